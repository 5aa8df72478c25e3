// Equivalents stand for the words as they were typed. Texts are invented.
#include "searcher/match/typed_occurrences.h"

#include <doctest/doctest.h>

#include "common/archive/streams/token_stream.h"
#include "tests/support/tokens.h"

using namespace khobao;

namespace {

query::PlanNode word(const std::vector<std::vector<std::string>>& forms) {
  query::PlanNode node;
  node.type = query::PlanNode::Type::word;
  for (const auto& terms : forms) node.forms.push_back({terms, 1});
  return node;
}

// Words of the query, the first form of each as typed; terms of one word each.
query::Plan plan_of(const std::vector<query::PlanNode>& words) {
  query::Plan plan;
  for (const query::PlanNode& node : words) {
    plan.root.children.push_back(node);
    for (const std::string& term : node.forms.front().terms) {
      plan.roles.push_back({.word = plan.terms.size(), .weight = 1});
      plan.terms.push_back(term);
      plan.runs.resize(1);
      if (term != "35-ct/tw") plan.runs.front().push_back(term);
    }
  }
  return plan;
}

// "thi@0-1 đh@1-3": what is found, from its place to its end.
std::string found(const query::Plan& plan, const std::string& text) {
  archive::TokenStreamWriter writer;
  writer.paragraph(test::tokenize(text), archive::Role::body);
  const std::string stream = writer.finish();
  std::vector<std::string> terms = plan.terms;
  for (const std::string& term : match::terms_of(plan.root)) {
    if (std::find(terms.begin(), terms.end(), term) == terms.end()) terms.push_back(term);
  }
  match::StreamMatcher matcher(terms);
  match::TypedOccurrences occurrences(plan, matcher);
  REQUIRE(matcher.read(stream));
  std::string shown;
  for (const auto& one : occurrences.of_article()) {
    shown += (shown.empty() ? "" : " ") + plan.terms[one.term] + "@" + std::to_string(one.place) +
             "-" + std::to_string(one.end);
  }
  return shown;
}

}  // namespace

TEST_CASE("typed occurrences: an equivalent stands for what was typed, as wide as it is printed") {
  const auto plan = plan_of({word({{"thi"}}), word({{"đh"}, {"đại", "học"}}), word({{"2017"}})});
  CHECK(found(plan, "thi đh 2017") == "thi@0-1 đh@1-2 2017@2-3");
  CHECK(found(plan, "thi đại học 2017") == "thi@0-1 đh@1-3 2017@3-4");
  CHECK(found(plan, "đại hội học 2017") == "2017@3-4");
}

TEST_CASE("typed occurrences: a shorter equivalent holds all typed words, side by side") {
  const auto plan = plan_of({word({{"đại", "học"}, {"đh"}}), word({{"huế"}})});
  CHECK(found(plan, "đh Huế") == "đại@0-0 học@0-1 huế@1-2");
}

TEST_CASE("typed occurrences: words that both forms hold are counted once") {
  const auto plan = plan_of({word({{"khóa", "15"}, {"khóa", "xv"}})});
  CHECK(found(plan, "quốc hội khóa xv") == "khóa@2-3 15@3-4");
  CHECK(found(plan, "khóa 15, khóa xv") == "khóa@0-1 15@1-2 khóa@2-3 15@3-4");
}

TEST_CASE("typed occurrences: the end of a sentence parts a form") {
  const auto plan = plan_of({word({{"đh"}, {"đại", "học"}})});
  CHECK(found(plan, "vĩ đại. Học nữa") == "");
}

TEST_CASE("typed occurrences: a compound stands beside its parts, so nothing stands for it") {
  const auto plan = plan_of({word({{"35-ct/tw"}, {"chỉ", "thị", "35"}}), word({{"35"}})});
  CHECK(found(plan, "chỉ thị 35") == "35@2-3");
}
