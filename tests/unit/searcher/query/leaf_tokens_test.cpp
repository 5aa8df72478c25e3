#include "searcher/query/leaf_tokens.h"

#include <doctest/doctest.h>

#include "searcher/query/parser.h"

using namespace khobao::query;

namespace {

// term@begin-end of every token, leaf by leaf; compounds in brackets.
std::string tokens_of(const Node& node) {
  std::string out;
  for (const khobao::text::Token& token : node.tokens) {
    const std::string term = token.parts > 0 ? "[" + token.term + "]" : token.term;
    out +=
        " " + term + "@" + std::to_string(token.begin_byte) + "-" + std::to_string(token.end_byte);
  }
  if (is_leaf(node)) out += " |";
  for (const Node& child : node.children) out += tokens_of(child);
  return out;
}

}  // namespace

TEST_CASE("leaf tokens: a parsed query holds what the tokenizer made of each leaf") {
  struct Case {
    std::string name, query, tokens;
  };
  for (const Case& c : {
           Case{"words", "lúa Gạo", " lúa@0-4 | gạo@0-5 |"},
           Case{"a phrase and a beginning", "\"đại hội\" qu*", " đại@0-6 hội@7-12 | qu@0-2 |"},
           Case{"several of one word", "Covid-19", " covid@0-5 19@6-8 |"},
           Case{"below other nodes", "title:lúa OR -(a b)", " lúa@0-4 | a@0-1 | b@0-1 |"},
           Case{"the word in front makes a date", "sáng 16.12", " sáng@0-5 | 16/12@0-5 |"},
           Case{"not over a distance", "sáng     16.12", " sáng@0-5 | 16,12@0-5 |"},
           Case{"the centre among small letters", "ban tư TƯ", " ban@0-3 | tư@0-3 | tw@0-3 |"},
           Case{"capitals throughout", "ĐẦU TƯ", " đầu@0-6 | tư@0-3 |"},
           Case{"no word", "lúa -", " lúa@0-4 | |"},
           Case{"values of fields are no words", "org:ubnd", ""},
       }) {
    SUBCASE(c.name.c_str()) {
      const auto parsed = parse(c.query);
      REQUIRE(parsed);
      CHECK(tokens_of(parsed->root) == c.tokens);
    }
  }
}
