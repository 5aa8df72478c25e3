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
  const char* names[] = {"word", "phrase", "prefix", "all",   "any",
                         "no",   "near",   "same",   "scope", "filter"};
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
  CHECK(places(parsed("a NEAR bc*")) == "all 0-10, near 0-10, word 0-1, prefix 7-10");
  CHECK(places(parsed("title:(a) org:b")) == "all 0-15, scope 0-8, word 7-8, filter 14-15");
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
  CHECK_FALSE(parse("\"" + words + words + "\""));  // in a phrase, too
  std::string prefixes;
  for (size_t i = 0; i < kMaxPrefixes; ++i) prefixes += "ab* ";
  CHECK(parse(prefixes));
  CHECK_FALSE(parse(prefixes + "cd*"));
  std::string names;
  for (size_t i = 0; i < kMaxNames; ++i) names += "org:ab OR ";
  CHECK(parse(names + "date:2020 OR date:2021 OR cd"));
  CHECK_FALSE(parse(names + "source:cd"));
  std::string values = "org:(a";
  for (size_t i = 0; i < kMaxNames; ++i) values += " OR b";
  CHECK_FALSE(parse(values + ")"));
  std::string fields = "a";
  for (int i = 0; i < 60; ++i) fields = "title:(" + fields + ")";
  CHECK_FALSE(parse(fields));
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

TEST_CASE("parser: the newer operators and fields") {
  struct Case {
    std::string query, want;
    size_t warnings;
  };
  for (const Case& c : {
           Case{"a NEAR/3 b", "all(near/3(a, b))", 0},
           Case{"a NEAR/3 b NEAR/5 \"c d\" e", "all(near/3/5(a, b, phrase(c d)), e)", 0},
           Case{"a NEAR (b OR c)", "all(near/10(a, any(b, c)))", 0},
           Case{"a NEAR (b c)", "all(a, all(b, c))", 1},
           Case{"NEAR a", "all(a)", 1},
           Case{"a NEAR", "all(a)", 1},
           Case{"a NEAR OR b", "all(any(a, b))", 1},
           Case{"a NEAR ()", "all(a)", 1},
           Case{"a b SAME c d", "all(same(all(a, b), all(c, d)))", 0},
           Case{"a SAME b OR c", "all(any(same(a, b), c))", 0},
           Case{"SAME a SAME", "all(a)", 2},
           Case{"a OR", "all(a)", 1},
           Case{"AND a OR OR b AND", "all(any(a, b))", 3},
           Case{"NOT", "all(NOT)", 2},
           Case{"OR", "all(OR)", 2},
           Case{"a NOT", "all(a)", 1},
           Case{"title:a b", "all(title(a), b)", 0},
           Case{"title:(a b OR c)", "all(title(any(all(a, b), c)))", 0},
           Case{"-lede:\"a b\"", "all(not(lede(phrase(a b))))", 0},
           Case{"org:(a b)", "all(org=(a b))", 0},
           Case{"org:(a b OR \"c d\" -e)", "all(any(org=(a b), all(org=(c d), not(org=(e)))))", 0},
           Case{"date:2020-07..2020-09", "all(date=(2020-07..2020-09))", 0},
           Case{"title:", "all()", 1},
           Case{"a title: OR b", "all(any(a, b))", 1},
           Case{"title: a", "all(title(a))", 1},
           Case{"title:(a", "all(title(a))", 1},
           Case{"title:()", "all()", 1},
           Case{"covi* 19", "all(covi*, 19)", 0},
       }) {
    CAPTURE(c.query);
    const auto result = parse(c.query);
    REQUIRE(result);
    CHECK(to_string(result->root) == c.want);
    CHECK(result->warnings.size() == c.warnings);
  }
}
