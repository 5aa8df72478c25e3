#pragma once
/// Cuts a query into words, quoted phrases, operators and brackets.
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/ast.h"

namespace khobao::query {

struct Lexeme {
  enum class Type : unsigned char { word, phrase, minus, op_and, op_or, op_not, open, close };
  Type type;
  std::string text;  ///< of words and phrases
  size_t begin_byte, end_byte;
};

/// Never fails. Quotation marks are "…", “…”, „…“, «…» and, round whole words, '…' and ‘…’; one
/// that is not closed is closed at the end, with a warning. AND, OR and NOT count in capitals only.
/// A "-" in front of a word excludes it, unless a digit follows ("Covid -19") or a space.
std::vector<Lexeme> lex(std::string_view query, std::vector<Warning>& warnings);

}  // namespace khobao::query
