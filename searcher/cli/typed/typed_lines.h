#pragma once
#include <iosfwd>
#include <string>

namespace khobao::searcher {

/// The next line of `in` without its end, LF or CRLF, and, where it is the `first`, without a byte
/// order mark; false at the end.
bool next_line(std::istream& in, bool first, std::string& line);

/// Takes a byte order mark away from the beginning of `text`.
void strip_byte_order_mark(std::string& line);

}  // namespace khobao::searcher
