#include "searcher/query/plan.h"

#include <doctest/doctest.h>

#include "searcher/query/parser.h"

using namespace khobao::query;

namespace {

Plan plan_of(std::string_view query) {
  const auto parsed = parse(query);
  REQUIRE(parsed);
  return make_plan(parsed->root);
}

std::string joined(const std::vector<std::string>& terms) {
  std::string out;
  for (const std::string& term : terms) out += (out.empty() ? "" : " ") + term;
  return out;
}

std::string runs_of(const Plan& plan) {
  std::string out;
  for (const auto& run : plan.runs) {
    if (!run.empty()) out += "[" + joined(run) + "]";
  }
  return out;
}

}  // namespace

TEST_CASE("plan: what a query asks, ranks by and requires") {
  struct Case {
    std::string name, query, tree, terms, runs, required;
  };
  for (const Case& c : {
           Case{"words", "Lúa gạo", "all(lúa, gạo)", "lúa gạo", "[lúa gạo]", "all()"},
           Case{"a word twice", "lúa gạo lúa", "all(lúa, gạo, lúa)", "lúa gạo", "[lúa gạo lúa]",
                "all()"},
           Case{"a phrase is required and a run of its own", "cầu \"lúa gạo\" mới",
                "all(cầu, phrase lúa+gạo, mới)", "cầu lúa gạo mới", "[cầu][lúa gạo][mới]",
                "all(phrase lúa+gạo)"},
           Case{"a phrase of a single word is a word", "\"lúa\"", "all(lúa)", "lúa", "[lúa]",
                "all()"},
           Case{"excluded words are required away and rank nothing", "lúa -gạo",
                "all(lúa, no(gạo))", "lúa", "[lúa]", "all(no(gạo))"},
           Case{"excluded twice is wanted", "lúa NOT NOT gạo", "all(lúa, no(no(gạo)))", "lúa gạo",
                "[lúa gạo]", "all(no(no(gạo)))"},
           Case{"a document number and its parts", "35-CT/TW", "all(35-ct/tw)", "35-ct/tw 35 ct tw",
                "[35 ct tw]", "all()"},
           Case{"a document number in a phrase", "\"Chỉ thị 35-CT/TW\"",
                "all(phrase chỉ+thị+35+ct+tw)", "chỉ thị 35-ct/tw 35 ct tw", "[chỉ thị 35 ct tw]",
                "all(phrase chỉ+thị+35+ct+tw)"},
           Case{"a word of several tokens", "Covid-19", "all(covid, 19)", "covid 19", "[covid 19]",
                "all()"},
           Case{"excluded, it is one thing", "lúa -Covid-19", "all(lúa, no(phrase covid+19))",
                "lúa", "[lúa]", "all(no(phrase covid+19))"},
           Case{"alternatives", "lúa (gạo OR \"ngô nếp\")", "all(lúa, any(gạo, phrase ngô+nếp))",
                "lúa gạo ngô nếp", "[lúa gạo][ngô nếp]", "all()"},
           Case{"leaves without a word are left out", "lúa ... - (😀)", "all(lúa)", "lúa", "[lúa]",
                "all()"},
           Case{"brackets of all are flat", "(a b) (c d)", "all(a, b, c, d)", "a b c d",
                "[a b c d]", "all()"},
           Case{"nothing", "...", "all()", "", "", "all()"},
       }) {
    CAPTURE(c.name);
    const Plan plan = plan_of(c.query);
    CHECK(to_string(plan.root) == c.tree);
    CHECK(joined(plan.terms) == c.terms);
    CHECK(runs_of(plan) == c.runs);
    PlanNode required = plan.required;
    required.type = PlanNode::Type::all;
    CHECK(to_string(required) == c.required);
  }
}
