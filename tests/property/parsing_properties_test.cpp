// What holds of every query, however odd.
#include <doctest/doctest.h>

#include <random>

#include "searcher/query/parser.h"
#include "searcher/query/plan.h"
#include "tests/support/naive.h"

using namespace khobao;
using query::Node;

namespace {

std::string printed(const Node& node, bool root = false);

std::string printed_between(const Node& node, const std::string& between) {
  std::string out;
  for (const Node& child : node.children) {
    if (!out.empty()) out += child.apart && between == " " ? " AND " : between;
    out += printed(child);
  }
  return out;
}

// The tree as a query that must give the same tree; groups in brackets.
std::string printed(const Node& node, bool root) {
  switch (node.type) {
    case Node::Type::word: return node.text;
    case Node::Type::phrase: return "\"" + node.text + "\"";
    case Node::Type::prefix: return node.text + "*";
    case Node::Type::no: return "NOT " + printed(node.children.front());
    case Node::Type::filter: return std::string(archive::field(node.field).name) + ":\"" + node.text + "\"";
    case Node::Type::scope:
      return std::string(archive::field(node.field).name) + ":(" + printed(node.children.front(), true) +
             ")";
    case Node::Type::any: return "(" + printed_between(node, " OR ") + ")";
    case Node::Type::same: return "(" + printed_between(node, " SAME ") + ")";
    case Node::Type::near: {
      std::string out = "(" + printed(node.children.front());
      for (size_t i = 1; i < node.children.size(); ++i) {
        out += " NEAR/" + std::to_string(node.distances[i - 1]) + " ";
        out += printed(node.children[i]);
      }
      return out + ")";
    }
    case Node::Type::all: break;
  }
  const std::string out = printed_between(node, " ");
  return root ? out : "(" + out + ")";
}

// Without places, and without brackets that change nothing.
std::string shape(const Node& node) { return query::to_string(node); }

void check_inside(const Node& node, size_t query_bytes) {
  CHECK(node.begin_byte <= node.end_byte);
  CHECK(node.end_byte <= query_bytes);
  for (const Node& child : node.children) check_inside(child, query_bytes);
}

}  // namespace

TEST_CASE("parsing: print, then parse again, is the same tree") {
  std::mt19937 random(20);
  MESSAGE("seed 20");
  for (int i = 0; i < 3000; ++i) {
    const std::string text = test::typed(i % 2 == 0 ? test::random_query(random, 4)
                                                    : test::random_rich_query(random, 4));
    CAPTURE(text);
    const auto first = query::parse(text);
    REQUIRE(first);
    CHECK(first->warnings.empty());
    const auto second = query::parse(printed(first->root, true));
    REQUIRE(second);
    CHECK(shape(second->root) == shape(first->root));
    CHECK(query::to_string(query::make_plan(second->root).root) ==
          query::to_string(query::make_plan(first->root).root));
  }
}

TEST_CASE("parsing: any query gives a tree within its text, or a query error") {
  std::mt19937 random(21);
  MESSAGE("seed 21");
  const std::vector<std::string> pieces = {
      "(",      ")",    "\"",     "'",    "-",           " ",         "AND",    "OR",  "NOT",
      "lúa",    "gạo",  "“",      "”",    "Covid-19",    "35-CT/TW",  "\u0301", "😀",   "\t",
      "*",      ":",    "«",      "»",    "...",         "\u200B",    "a",      "1/7", "NEAR",
      "NEAR/3", "SAME", "title:", "org:", "date:2020..", "ngày:none", "covi*",  "x:y"};
  for (int i = 0; i < 5000; ++i) {
    std::string text;
    for (unsigned n = random() % 20; n > 0; --n)
      text += pieces[random() % pieces.size()] + (random() % 2 ? " " : "");
    CAPTURE(text);
    const auto parsed = query::parse(text);
    REQUIRE(parsed);
    CHECK(parsed->root.type == Node::Type::all);
    check_inside(parsed->root, text.size());
    for (const query::Warning& warning : parsed->warnings) {
      CHECK(warning.at_byte <= text.size());
      CHECK(query::caret(text, warning.at_byte).ends_with("^"));
    }
    const query::Plan plan = query::make_plan(parsed->root);
    CHECK(plan.root.type == query::PlanNode::Type::all);
  }
}
