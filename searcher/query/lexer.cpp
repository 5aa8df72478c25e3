#include "searcher/query/lexer.h"

#include <algorithm>

#include "common/text/char_class.h"
#include "common/text/document_number.h"
#include "common/text/utf8.h"
#include "searcher/query/document_spelling.h"

namespace khobao::query {
namespace {

bool is_space(char32_t c) { return c == ' ' || (c >= 9 && c <= 13) || c == 0xA0 || c == 0x3000; }

bool opens_phrase(char32_t c) {
  return c == '"' || c == 0x201C || c == 0x201D || c == 0x201E || c == 0xAB;
}
bool closes_phrase(char32_t c) { return c == '"' || c == 0x201C || c == 0x201D || c == 0xBB; }
bool opens_single(char32_t c) { return c == '\'' || c == 0x2018; }
bool closes_single(char32_t c) { return c == '\'' || c == 0x2019; }

class Lexer {
 public:
  Lexer(std::string_view query, std::vector<Warning>& warnings)
      : query_(query), warnings_(warnings) {}

  std::vector<Lexeme> run() {
    while (pos_ < query_.size()) {
      const size_t begin = pos_;
      const char32_t c = text::next_code_point(query_, pos_);
      if (is_space(c)) continue;
      if (opens_phrase(c)) {
        phrase(begin, closes_phrase, true);
      } else if (opens_single(c) && phrase(begin, closes_single, false)) {
        continue;
      } else if (c == '(') {
        push(Lexeme::Type::open, begin);
      } else if (c == ')') {
        push(Lexeme::Type::close, begin);
      } else if (c == '-' && excludes(begin)) {
        push(Lexeme::Type::minus, begin);
      } else {
        word(begin);
      }
    }
    return std::move(lexemes_);
  }

 private:
  void push(Lexeme::Type type, size_t begin, std::string text = {}) {
    lexemes_.push_back({type, std::move(text), begin, pos_});
  }

  // A minus at the head of a word, with something to exclude behind it.
  bool excludes(size_t minus) const {
    const size_t next = minus + 1;
    if (next >= query_.size()) return false;
    size_t behind = next;
    const char32_t c = text::next_code_point(query_, behind);
    return !is_space(c) && c != '-' && text::classify(c) != text::CharClass::digit;
  }

  // What lies between the mark at `begin` and the next closing one. An unclosed double mark is
  // closed at the end; an unclosed single one is an apostrophe.
  bool phrase(size_t begin, bool (*closes)(char32_t), bool close_at_end) {
    const size_t inside = pos_;
    size_t end = pos_;
    while (end < query_.size()) {
      size_t behind = end;
      if (closes(text::next_code_point(query_, behind))) {
        if (close_at_end || ends_word(behind)) {
          pos_ = behind;
          push(Lexeme::Type::phrase, begin,
               with_printed_documents(query_.substr(inside, end - inside)));
          return true;
        }
      }
      end = behind;
    }
    if (!close_at_end) return false;
    warnings_.push_back({"the quotation mark is not closed; the phrase goes to the end", begin});
    pos_ = query_.size();
    push(Lexeme::Type::phrase, begin, with_printed_documents(query_.substr(inside)));
    return true;
  }

  bool ends_word(size_t pos) const {
    if (pos >= query_.size()) return true;
    const char32_t c = text::next_code_point(query_, pos);
    return is_space(c) || c == ')';
  }

  void word(size_t begin) {
    size_t end = begin;
    while (end < query_.size()) {
      size_t behind = end;
      const char32_t c = text::next_code_point(query_, behind);
      if (is_space(c) || c == '(' || c == ')' || opens_phrase(c)) break;
      end = behind;
    }
    // A document number is one word whatever spaces stand in it: 35 – CT / TW.
    std::vector<text::Token> document;
    end = std::max(end, text::read_document_number(query_, begin, document));
    std::string text(query_.substr(begin, end - begin));
    if (auto typed = read_typed_document(query_, begin)) {
      end = typed->end;
      text = std::move(typed->number);
    }
    pos_ = end;
    push(text == "AND"   ? Lexeme::Type::op_and
         : text == "OR"  ? Lexeme::Type::op_or
         : text == "NOT" ? Lexeme::Type::op_not
                         : Lexeme::Type::word,
         begin, text);
  }

  std::string_view query_;
  std::vector<Warning>& warnings_;
  std::vector<Lexeme> lexemes_;
  size_t pos_ = 0;
};

}  // namespace

std::vector<Lexeme> lex(std::string_view query, std::vector<Warning>& warnings) {
  return Lexer(query, warnings).run();
}

}  // namespace khobao::query
