// The examples of searcher/query/GRAMMAR.md are read as the page says.
#include <doctest/doctest.h>

#include <sstream>

#include "searcher/query/parser.h"
#include "searcher/query/plan.h"
#include "tests/support/fake_interpreter.h"
#include "tests/support/grammar_page.h"

using namespace khobao;

TEST_CASE("grammar: every example of the page is read as it says") {
  const auto examples = test::grammar_examples("query");
  CHECK(examples.size() > 30);
  for (const test::GrammarExample& example : examples) {
    CAPTURE(example.query);
    const auto parsed = query::parse(example.query);
    REQUIRE(parsed);
    CHECK(query::to_string(parsed->root) == example.tree);
    CHECK(!parsed->warnings.empty() == example.warned);
    for (const query::Warning& warning : parsed->warnings)
      CHECK(warning.at_byte <= example.query.size());
  }
}

TEST_CASE("grammar: every example of words is cut as the page says") {
  const test::FakeStatistics statistics;
  const auto examples = test::grammar_examples("words");
  CHECK(examples.size() >= 4);
  for (const test::GrammarExample& example : examples) {
    CAPTURE(example.query);
    const auto parsed = query::parse(example.query);
    REQUIRE(parsed);
    const query::Plan plan =
        query::make_plan(parsed->root, {.interpreter = nullptr, .statistics = &statistics});
    CHECK(query::to_string(plan.root) == example.tree);
  }
}

TEST_CASE("grammar: the page names every field, by every name, and the option that does the same") {
  const std::string page = test::grammar_page();
  for (const archive::FieldRow& row : archive::kFields) {
    CAPTURE(row.name);
    CHECK(page.find("| `" + std::string(row.name) + ":` |") != std::string::npos);
    archive::for_each_name(row.vietnamese, [&](std::string_view name) {
      CAPTURE(name);
      CHECK(page.find("`" + std::string(name) + ":`") != std::string::npos);
    });
    const std::string option(row.option.substr(0, row.option.find(',')));
    if (!option.empty()) CHECK(page.find("as `" + option + "`") != std::string::npos);
  }
}

TEST_CASE("grammar: every field's example asks for it, without a warning") {
  for (const archive::FieldRow& row : archive::kFields) {
    CAPTURE(row.example);
    const auto parsed = query::parse(row.example);
    REQUIRE(parsed);
    CHECK(parsed->warnings.empty());
    REQUIRE(parsed->root.children.size() == 1);
    CHECK(parsed->root.children.front().field == row.id);
  }
}
