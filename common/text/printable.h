#pragma once
#include <string>
#include <string_view>

namespace khobao::text {

/// `s` as it may go to a terminal: control characters (C0, DEL, C1, bidirectional overrides) and
/// malformed bytes become U+FFFD, tabs and line ends a space. Nothing from an article, a file name
/// or a query reaches the terminal by another way.
std::string printable(std::string_view s);

}  // namespace khobao::text
