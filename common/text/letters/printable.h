#pragma once
/// What is printed, made harmless: nothing from an article, a file name or a query reaches a
/// terminal or a spreadsheet by another way.
#include <string>
#include <string_view>

namespace khobao::text {

/// `s` as it may go to a terminal: control characters (C0, DEL, C1, bidirectional overrides) and
/// malformed bytes become U+FFFD, tabs and line ends a space.
std::string printable(std::string_view s);

/// The same of a text that is laid out in lines, such as a query error with its caret: line feeds
/// stay.
std::string printable_lines(std::string_view s);

/// `json`, valid but for malformed bytes, with what a terminal could obey written as escapes
/// (\u009b): DEL, C1 and bidirectional overrides, which JSON allows inside strings. Its value is
/// the same.
std::string printable_json(std::string_view json);

/// `s` as one word of a line of words: spaces, '%', malformed bytes and what printable() replaces
/// are percent-encoded ("a b" -> "a%20b").
std::string percent_encoded(std::string_view s);

/// printable(s) as a cell of a CSV table, quoted where it must be. Spreadsheets take a cell that
/// begins with '=', '+', '-', '@' or one of their wide forms (U+FF1D, U+FF0B, U+FF0D, U+FF20) for a
/// formula, after blanks, tabs and line ends too; an apostrophe in front keeps it a text:
/// "=1+1" -> "'=1+1".
std::string csv_cell(std::string_view s);

}  // namespace khobao::text
