#pragma once
#include <string>
#include <string_view>

namespace khobao::text {

/// `s` as it may go to a terminal: control characters (C0, DEL, C1, bidirectional overrides) and
/// malformed bytes become U+FFFD, tabs and line ends a space. Nothing from an article, a file name
/// or a query reaches the terminal by another way.
std::string printable(std::string_view s);

/// `json`, valid but for malformed bytes, with what a terminal could obey written as escapes
/// (\u009b): DEL, C1 and bidirectional overrides, which JSON allows inside strings. Its value is
/// the same.
std::string printable_json(std::string_view json);

}  // namespace khobao::text
