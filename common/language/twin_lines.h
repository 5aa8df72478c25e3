#pragma once
/// The data files of Vietnamese twins: a line is an English text, as it stands in the sources, a
/// tab, and the same in Vietnamese; \n in either is the end of a line. Lines that begin with # and
/// blank ones do not count.
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace khobao {

/// In the order of the file; a line without a tab has an empty second text.
std::vector<std::pair<std::string, std::string>> twin_lines(std::string_view file);

/// The numbers of the placeholders of a text, in ascending order: {} are counted from 1, {2} is
/// itself.
std::vector<size_t> placeholders(std::string_view text);

}  // namespace khobao
