#include "searcher/query/lexer.h"

#include <doctest/doctest.h>

using namespace khobao::query;

namespace {

// "word(lúa) 0-4 | minus 5-6 | …", and the warnings' places.
std::string lexed(std::string_view query) {
  const char* names[] = {"word", "phrase", "minus", "and", "or", "not", "open", "close"};
  std::vector<Warning> warnings;
  std::string out;
  for (const Lexeme& l : lex(query, warnings)) {
    out += (out.empty() ? "" : " | ") + std::string(names[static_cast<size_t>(l.type)]);
    if (l.type == Lexeme::Type::word || l.type == Lexeme::Type::phrase) out += "(" + l.text + ")";
    out += " " + std::to_string(l.begin_byte) + "-" + std::to_string(l.end_byte);
  }
  for (const Warning& w : warnings) out += " ! " + std::to_string(w.at_byte);
  return out;
}

}  // namespace

TEST_CASE("lexer: lexemes and their places") {
  struct Case {
    std::string name, in, want;
  };
  for (const Case& c : {
           Case{"words", "lúa gạo", "word(lúa) 0-4 | word(gạo) 5-10"},
           Case{"spaces of every kind", "\ta\u00A0b\u3000c\n",
                "word(a) 1-2 | word(b) 4-5 | word(c) 8-9"},
           Case{"a phrase", "\"a b\"", "phrase(a b) 0-5"},
           Case{"a phrase that is not closed", "x \"a b", "word(x) 0-1 | phrase(a b) 2-6 ! 2"},
           Case{"single marks round words", "'a b' c", "phrase(a b) 0-5 | word(c) 6-7"},
           Case{"an apostrophe", "d'Ivoire", "word(d'Ivoire) 0-8"},
           Case{"an apostrophe in front", "'a b", "word('a) 0-2 | word(b) 3-4"},
           Case{"single marks with nothing in them", "''", "phrase() 0-2"},
           Case{"a minus in front of a word", "-a", "minus 0-1 | word(a) 1-2"},
           Case{"in front of a phrase", "-\"a b\"", "minus 0-1 | phrase(a b) 1-6"},
           Case{"in front of a bracket", "-(a)", "minus 0-1 | open 1-2 | word(a) 2-3 | close 3-4"},
           Case{"in front of a digit", "-19", "word(-19) 0-3"},
           Case{"in front of a space", "- a", "word(-) 0-1 | word(a) 2-3"},
           Case{"two of them", "--a", "word(--a) 0-3"},
           Case{"inside a word", "Covid-19", "word(Covid-19) 0-8"},
           Case{"operators in capitals", "a AND b OR NOT c",
                "word(a) 0-1 | and 2-5 | word(b) 6-7 | or 8-10 | not 11-14 | word(c) 15-16"},
           Case{"operators in small letters", "and Or", "word(and) 0-3 | word(Or) 4-6"},
           Case{"operators inside words", "ANDY", "word(ANDY) 0-4"},
           Case{"brackets end words", "a(b)c",
                "word(a) 0-1 | open 1-2 | word(b) 2-3 | close 3-4 | word(c) 4-5"},
           Case{"an operator in quotation marks", "\"AND\"", "phrase(AND) 0-5"},
       }) {
    CAPTURE(c.name);
    CHECK(lexed(c.in) == c.want);
  }
}
