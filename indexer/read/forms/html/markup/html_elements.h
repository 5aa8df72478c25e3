#pragma once
/// The elements of HTML by how they are laid out.
#include <string_view>

namespace khobao::read {

/// Elements that begin and end a line. Table cells are not among them: see html_segments.h.
bool is_block_element(std::string_view name);

/// Elements that hold nothing to read, whatever is in them: <head>, <select>, <iframe> …
bool is_unread_element(std::string_view name);

}  // namespace khobao::read
