#pragma once
#include <string_view>

namespace khobao::read {

/// What a file is that holds no text, told by its first bytes: "JPEG image", "PDF document"; "" where
/// they are of no such kind.
std::string_view kind_without_text(std::string_view bytes);

}  // namespace khobao::read
