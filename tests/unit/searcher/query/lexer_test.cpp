#include "searcher/query/lexer.h"

#include <doctest/doctest.h>

using namespace khobao::query;

namespace {

// "word(lúa) 0-4 | minus 5-6 | …", and the warnings' places.
std::string lexed(std::string_view query) {
  const char* names[] = {"word", "phrase", "prefix", "minus", "and",  "or",
                         "not",  "near",   "same",   "field", "open", "close"};
  std::vector<Warning> warnings;
  std::string out;
  for (const Lexeme& l : lex(query, warnings)) {
    out += (out.empty() ? "" : " | ") + std::string(names[static_cast<size_t>(l.type)]);
    if (l.type <= Lexeme::Type::prefix) out += "(" + l.text + ")";
    if (l.type == Lexeme::Type::field)
      out += "(" + std::string(khobao::archive::field(l.field).name) + ")";
    if (l.type == Lexeme::Type::op_near) out += "(" + std::to_string(l.distance) + ")";
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
           Case{"single marks round all", "'a b'", "phrase(a b) 0-5"},
           Case{"single marks round a part are pasted", "'a b' c",
                "word(a) 1-2 | word(b) 3-4 | word(c) 6-7 ! 0"},
           Case{"so are curly ones", "a \u201Cb c\u201D",
                "word(a) 0-1 | word(b) 5-6 | word(c) 7-8 ! 2"},
           Case{"curly and not closed", "a \u201Cb c",
                "word(a) 0-1 | word(b) 5-6 | word(c) 7-8 ! 2"},
           Case{"punctuation at the closing mark", "a: \u2018b c!\u2019",
                "word(a:) 0-2 | word(b) 6-7 | word(c!) 8-10 ! 3"},
           Case{"straight double marks round a part ask", "\"a b\" c",
                "phrase(a b) 0-5 | word(c) 6-7"},
           Case{"single marks beside an operator ask", "'a b' OR c",
                "phrase(a b) 0-5 | or 6-8 | word(c) 9-10"},
           Case{"excluded by a minus", "c -'a b'", "word(c) 0-1 | minus 2-3 | phrase(a b) 3-8"},
           Case{"round all but what is excluded", "'a b' -c",
                "phrase(a b) 0-5 | minus 6-7 | word(c) 7-8"},
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
           Case{"NEAR and how near", "a NEAR b NEAR/3 c near/4 d",
                "word(a) 0-1 | near(10) 2-6 | word(b) 7-8 | near(3) 9-15 | word(c) 16-17 | near(4) "
                "18-24 | word(d) 25-26"},
           Case{"NEAR with no number", "a NEAR/x b",
                "word(a) 0-1 | near(10) 2-8 | word(b) 9-10 ! 7"},
           Case{"too far", "a NEAR/5000 b", "word(a) 0-1 | near(1000) 2-11 | word(b) 12-13 ! 7"},
           Case{"near without a number is a word", "near nearby",
                "word(near) 0-4 | word(nearby) 5-11"},
           Case{"SAME", "a SAME same", "word(a) 0-1 | same 2-6 | word(same) 7-11"},
           Case{"the beginning of a word", "covi* -la* 35*",
                "prefix(covi) 0-5 | minus 6-7 | prefix(la) 7-10 | prefix(35) 11-14"},
           Case{"a single letter", "c*", "prefix(c) 0-2"},
           Case{"stars that begin nothing", "* ** ...* a*b",
                "word(*) 0-1 | word(**) 2-4 | word(...*) 5-9 | word(a*b) 10-13 ! 11"},
           Case{"a beginning left open", "*a x", "word(*a) 0-2 | word(x) 3-4 ! 0"},
           Case{"a longer dash and a minus sign", "a \u2013b \u2212c \u2014 d \u20135",
                "word(a) 0-1 | word(\u2013b) 2-6 | word(\u2212c) 7-11 | word(\u2014) 12-15 | "
                "word(d) 16-17 | word(\u20135) 18-22 ! 2 ! 7"},
           Case{"fields", "title:a lede:(b) org:\"c d\"",
                "field(title) 0-6 | word(a) 6-7 | field(lede) 8-13 | open 13-14 | word(b) 14-15 | "
                "close 15-16 | field(org) 17-21 | phrase(c d) 21-26"},
           Case{
               "by Vietnamese names", "tít:a tieu-de:a Nguồn:b",
               "field(title) 0-5 | word(a) 5-6 | field(title) 7-15 | word(a) 15-16 | field(source) "
               "17-25 | word(b) 25-26"},
           Case{"an excluded field", "-date:none", "minus 0-1 | field(date) 1-6 | word(none) 6-10"},
           Case{"a range", "date:2020-07..2020-09",
                "field(date) 0-5 | word(2020-07..2020-09) 5-21"},
           Case{"a document number of several words", "doc:35 – CT / TW x",
                "field(doc) 0-4 | word(35 – CT / TW) 4-18 | word(x) 19-20"},
           Case{"a field with a space behind it", "org: a", "field(org) 0-4 | word(a) 5-6"},
           Case{"a headline's colon", "ngày: a", "word(ngày:) 0-6 | word(a) 7-8"},
           Case{"no field", "abc:def", "word(def) 4-7 ! 0"},
           Case{"a word with a colon", "lúa:gạo", "word(lúa:gạo) 0-10 ! 0"},
           Case{"nearly a field", "titel:a", "field(title) 0-6 | word(a) 6-7 ! 0"},
           Case{"a colon at the end of a word", "nội: a", "word(nội:) 0-6 | word(a) 7-8"},
           Case{"addresses and times", "https://a.vn 12:30 a::b",
                "word(https://a.vn) 0-12 | word(12:30) 13-18 | word(a::b) 19-23"},
           Case{"an operator in quotation marks", "\"AND\"", "phrase(AND) 0-5"},
       }) {
    CAPTURE(c.name);
    CHECK(lexed(c.in) == c.want);
  }
}
