#pragma once
/// Cuts a query into words, quoted phrases, fields, operators and brackets.
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/ast.h"

namespace khobao::query {

struct Lexeme {
  enum class Type : unsigned char {
    word,
    phrase,
    prefix,  ///< a word with "*" at its end, which is not part of `text`
    minus,
    op_and,
    op_or,
    op_not,
    op_near,
    op_same,
    field,  ///< a field's name with its colon
    open,
    close
  };
  Type type;
  std::string text;  ///< of words, phrases and prefixes; as typed, of fields and operators
  size_t begin_byte, end_byte;
  archive::FieldId field = archive::FieldId::title;  ///< of fields
  unsigned distance = 0;                             ///< of NEAR
};

/// NEAR alone, and the farthest that NEAR/n reaches.
inline constexpr unsigned kUsualDistance = 10;
inline constexpr unsigned kFarthestDistance = 1000;

/// Never fails. Quotation marks are "…", “…”, „…“, «…» and, round whole words, '…' and ‘…’; one
/// that is not closed is closed at the end, with a warning; those of pasted_marks.h ask for no
/// phrase, with a warning. AND, OR, NOT, NEAR and SAME count in
/// capitals only, NEAR/n in any case. A "-" in front of a word excludes it, unless a digit follows
/// ("Covid -19") or a space. Letters in front of a colon that name no field are a word, the
/// field that they nearly name, or left out, with a warning where a value follows.
std::vector<Lexeme> lex(std::string_view query, std::vector<Warning>& warnings);

}  // namespace khobao::query
