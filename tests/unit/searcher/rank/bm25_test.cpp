// BM25 against values worked out by hand: k1 1.2, b 0.75, idf as Xapian's, titles again by half.
#include "searcher/rank/bm25.h"

#include <doctest/doctest.h>

#include "searcher/query/parser.h"
#include "tests/support/archive.h"

using namespace khobao;

namespace {

query::Plan plan_of(const std::string& query) {
  const auto parsed = query::parse(query);
  REQUIRE(parsed);
  return query::make_plan(parsed->root);
}

std::vector<float> scores_of(const searcher::Index& index, const query::Plan& plan) {
  return *rank::bm25_scores(index, plan, rank::ScoredWords::all).by_docid;
}

searcher::Index opened(const test::Archive& archive) {
  auto index = searcher::Index::open(archive.db());
  REQUIRE(index);
  return std::move(*index);
}

const test::Archive& three() {
  static const test::Archive made({
      {.id = "a", .date = "2020-01-01", .title = "", .body = "lúa lúa gạo"},
      {.id = "b", .date = "2020-01-02", .title = "", .body = "lúa cầu sông"},
      {.id = "c", .date = "2020-01-03", .title = "", .body = "chợ"},
  });
  return made;
}

}  // namespace

TEST_CASE("bm25: a word counts by its rarity, how often it stands and the article's length") {
  const searcher::Index index = opened(three());
  const Xapian::docid a = index.find("a"), b = index.find("b"), c = index.find("c");
  REQUIRE(index.layers().lengths()[a] == 3);
  REQUIRE(index.layers().lengths()[c] == 1);
  // lúa: 2 of 3 articles, idf ln(1 + 0.5 * 1.5/2.5) = 0.26236, times 2.2 is 0.57720.
  // Norm of 3 words where 7/3 are the mean: 1.2 * (0.25 + 0.75 * 9/7) = 1.45714.
  const auto lua = scores_of(index, plan_of("lúa"));
  CHECK(lua[a] == doctest::Approx(0.57720 * 2 / 3.45714).epsilon(0.0001));
  CHECK(lua[b] == doctest::Approx(0.57720 * 1 / 2.45714).epsilon(0.0001));
  CHECK(lua[c] == 0);
  // gạo: 1 of 3, idf ln(1 + 0.5 * 2.5/1.5) = 0.60614, times 2.2 is 1.33350.
  const auto both = scores_of(index, plan_of("lúa gạo"));
  CHECK(both[a] - lua[a] == doctest::Approx(1.33350 * 1 / 2.45714).epsilon(0.0001));
  CHECK(both[b] == lua[b]);
}

TEST_CASE("bm25: another reading counts by the root of its likelihood") {
  const searcher::Index index = opened(three());
  query::Plan plan = plan_of("lúa");
  plan.roles.front().weight = 0.25;
  const Xapian::docid a = index.find("a");
  CHECK(scores_of(index, plan)[a] ==
        doctest::Approx(scores_of(index, plan_of("lúa"))[a] * 0.5).epsilon(0.0001));
}

TEST_CASE("bm25: a word of the title counts again by half") {
  const test::Archive archive({
      {.id = "a", .date = "2020-01-01", .title = "Cầu", .body = "sông lúa"},
      {.id = "b", .date = "2020-01-02", .title = "Chợ", .body = "cầu lúa"},
  });
  const searcher::Index index = opened(archive);
  const auto scores = scores_of(index, plan_of("cầu"));
  // Both are of 4 words with the title's, so their norm is 1.2. cầu: 2 of 2, idf
  // ln(1 + 0.5 * 0.5/2.5) = 0.09531. In the title: 1 of 2, idf ln(1 + 0.5 * 1.5/1.5) = 0.40547.
  REQUIRE(index.layers().lengths()[index.find("a")] == 4);
  CHECK(scores[index.find("b")] == doctest::Approx(0.09531).epsilon(0.0001));
  CHECK(scores[index.find("a")] == doctest::Approx(0.09531 + 0.5 * 0.40547).epsilon(0.0001));
}

TEST_CASE("bm25: an equivalent of several words counts where all of them stand") {
  const searcher::Index index = opened(three());
  query::Plan plan;
  plan.equivalents.push_back({{"lúa", "gạo"}, 0.9});
  const auto scores = scores_of(index, plan);
  const auto apart = scores_of(index, plan_of("lúa gạo"));
  CHECK(scores[index.find("a")] == doctest::Approx(0.9 * apart[index.find("a")]).epsilon(0.0001));
  CHECK(scores[index.find("b")] == 0);
}

TEST_CASE("bm25: other words find articles for less, where all their syllables stand") {
  const searcher::Index index = opened(three());
  const Xapian::docid a = index.find("a"), b = index.find("b"), c = index.find("c");
  const auto typed = rank::bm25_scores(index, plan_of("lúa"), rank::ScoredWords::all);
  const auto related =
      rank::related_scores(index, typed, {{"cầu", "sông"}, {"chợ"}, {"cầu", "gạo"}, {"đò"}});
  const auto bridge = scores_of(index, plan_of("cầu sông")),
             market = scores_of(index, plan_of("chợ"));
  const auto& scores = *related.by_docid;
  CHECK(scores[a] == 0);
  CHECK(scores[b] - (*typed.by_docid)[b] == doctest::Approx(bridge[b] / 2));
  CHECK(scores[c] == doctest::Approx(market[c] / 2));
  CHECK(related.description == "related(cầu+sông chợ cầu+gạo)");
}
