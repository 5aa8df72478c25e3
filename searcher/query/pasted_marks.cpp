#include "searcher/query/pasted_marks.h"

#include <string>

namespace khobao::query {
namespace {

using LexemeType = Lexeme::Type;

bool is_operand(const Lexeme& lexeme) {
  return lexeme.type == LexemeType::word || lexeme.type == LexemeType::phrase ||
         lexeme.type == LexemeType::prefix;
}

// Says what the operand after it is for.
bool rules_next(const Lexeme& lexeme) {
  return lexeme.type == LexemeType::minus || lexeme.type == LexemeType::field ||
         lexeme.type == LexemeType::op_not;
}

// Stands between two operands.
bool links(const Lexeme& lexeme) {
  return lexeme.type == LexemeType::op_and || lexeme.type == LexemeType::op_or ||
         lexeme.type == LexemeType::op_near || lexeme.type == LexemeType::op_same;
}

bool is_mark(std::string_view bytes) {
  for (const std::string_view mark :
       {"\"", "'", "\u2018", "\u2019", "\u201C", "\u201D", "\u201E", "\u00AB", "\u00BB"}) {
    if (bytes == mark) return true;
  }
  return false;
}

}  // namespace

std::vector<size_t> pasted_marks(std::string_view query, const std::vector<Lexeme>& lexemes) {
  size_t wanted = 0;
  for (size_t i = 0; i < lexemes.size(); ++i)
    wanted += is_operand(lexemes[i]) && (i == 0 || !rules_next(lexemes[i - 1]));
  std::vector<size_t> marks;
  if (wanted < 2) return marks;
  for (size_t i = 0; i < lexemes.size(); ++i) {
    const Lexeme& lexeme = lexemes[i];
    if (lexeme.type != LexemeType::phrase || query[lexeme.begin_byte] == '"') continue;
    if (i > 0 && (rules_next(lexemes[i - 1]) || links(lexemes[i - 1]))) continue;
    if (i + 1 < lexemes.size() && links(lexemes[i + 1])) continue;
    marks.push_back(lexeme.begin_byte);
    size_t last = lexeme.end_byte - 1;
    while (last > lexeme.begin_byte && (query[last] & 0xC0) == 0x80) --last;
    if (last > lexeme.begin_byte && is_mark(query.substr(last, lexeme.end_byte - last)))
      marks.push_back(last);
  }
  return marks;
}

}  // namespace khobao::query
