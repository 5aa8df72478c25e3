#include "searcher/query/parser.h"

#include <doctest/doctest.h>

#include <string>

using namespace khobao::query;

namespace {

Node parsed(std::string_view query) {
  const auto result = parse(query);
  REQUIRE(result);
  return result->root;
}

// The type and place of every node: "all 0-8 word 0-4 ...".
std::string places(const Node& node) {
  const char* names[] = {"word", "phrase", "all", "any", "no"};
  std::string out = std::string(names[static_cast<size_t>(node.type)]) + " " +
                    std::to_string(node.begin_byte) + "-" + std::to_string(node.end_byte);
  for (const Node& child : node.children) out += ", " + places(child);
  return out;
}

}  // namespace

TEST_CASE("parser: nodes know their place in the query, in bytes") {
  CHECK(places(parsed("lúa gạo")) == "all 0-10, word 0-4, word 5-10");
  CHECK(places(parsed("a \"b c\" -d")) == "all 0-10, word 0-1, phrase 2-7, no 8-10, word 9-10");
  CHECK(places(parsed("a OR b")) == "all 0-6, any 0-6, word 0-1, word 5-6");
}

TEST_CASE("parser: the root is an all node, empty where the query holds no word") {
  for (const char* query : {"", "  ", "()", "(())"}) {
    CAPTURE(query);
    const Node root = parsed(query);
    CHECK(root.type == Node::Type::all);
    CHECK(root.children.empty());
  }
  for (const char* query : {"a", "a OR b", "NOT a", "\"a b\"", "(a)"}) {
    CAPTURE(query);
    CHECK(parsed(query).type == Node::Type::all);
  }
}

TEST_CASE("parser: limits are query errors that say where") {
  const auto deep = parse(std::string(51, '(') + "a");
  REQUIRE_FALSE(deep);
  CHECK(deep.error().code == khobao::ErrorCode::query);
  CHECK(deep.error().message.starts_with("query: nested deeper than 50 levels\n  ("));
  CHECK(parse(std::string(49, '(') + "a"));
  std::string nots = "a";
  for (int i = 0; i < 60; ++i) nots = "NOT " + nots;
  CHECK_FALSE(parse(nots));
  CHECK_FALSE(parse(std::string(60, '-') + "a -b").operator bool() ==
              false);  // a run of dashes is one word

  std::string words;
  for (size_t i = 0; i < kMaxWords; ++i) words += "a ";
  CHECK(parse(words));
  CHECK_FALSE(parse(words + "a"));
  CHECK_FALSE(parse(std::string(kMaxQueryBytes + 1, 'a')));
  CHECK(parse(std::string(kMaxQueryBytes, 'a')));
}

TEST_CASE("parser: malformed UTF-8 is an error at its byte") {
  const auto result = parse("c\u1EA7u \xC3");
  REQUIRE_FALSE(result);
  CHECK(result.error().message == "query: not UTF-8\n  c\u1EA7u \uFFFD\n      ^");
  CHECK(parse("c\u1EA7u \uFFFD"));  // the character itself is none
}

TEST_CASE("parser: the caret stands under the place, in columns of a terminal") {
  CHECK(caret("abc", 1) == "  abc\n   ^");
  CHECK(caret("ca\u0302\u0300u x", 8) == "  ca\u0302\u0300u x\n      ^");  // marks take no column
  CHECK(caret("\u65E5\u672C x", 7) == "  \u65E5\u672C x\n       ^");  // wide characters take two
  CHECK(caret("abc", 99) == "  abc\n     ^");
  CHECK(caret("a\tb\x1B[2J", 2) == "  a b\uFFFD[2J\n    ^");
  const std::string shown = caret(std::string(5000, 'x'), 3000);
  CHECK(shown.size() < 300);
}
