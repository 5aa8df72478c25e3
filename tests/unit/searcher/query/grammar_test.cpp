// The examples of searcher/query/GRAMMAR.md are read as the page says.
#include "tests/support/grammar.h"

#include <doctest/doctest.h>

#include <sstream>

#include "searcher/query/parser.h"
#include "searcher/query/plan.h"
#include "tests/support/fake_interpreter.h"

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

TEST_CASE("grammar: the page names every field, by every name") {
  const std::string page = test::grammar_page();
  for (const query::FieldNames& field : query::kFields) {
    std::istringstream names(std::string(field.name) + " " + field.others);
    for (std::string name; names >> name;) {
      CAPTURE(name);
      CHECK(page.find("`" + name + ":`") != std::string::npos);
      CHECK(query::find_field(name) == field.field);
    }
  }
}

TEST_CASE("grammar: fields are found by their names without accents, hyphens and capitals") {
  using query::Field;
  CHECK(query::find_field("TIÊU-ĐỀ") == Field::title);
  CHECK(query::find_field("tieude") == Field::title);
  CHECK(query::find_field("tieu_de") == Field::title);
  CHECK(query::find_field("to-chuc") == Field::organisation);
  CHECK(query::find_field("nguo\u0302\u0300n") == Field::source);
  CHECK(query::nearest_field("titel") == Field::title);
  CHECK(query::nearest_field("titles") == Field::title);
  CHECK(query::nearest_field("datee") == Field::date);
  CHECK_FALSE(query::nearest_field("or"));
  CHECK_FALSE(query::nearest_field("lúa"));
  CHECK_FALSE(query::nearest_field(""));
  CHECK_FALSE(query::find_field("titles"));
  CHECK_FALSE(query::find_field(""));
  CHECK_FALSE(query::find_field("-"));
  CHECK_FALSE(query::find_field(std::string(1000, 'a')));
}
