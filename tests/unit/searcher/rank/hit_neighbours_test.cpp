// What hits score that are most like one another. The archives are invented.
#include "searcher/rank/hit_neighbours.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "searcher/match/match_set.h"
#include "searcher/rank/relevance.h"
#include "tests/support/archive.h"

using namespace khobao;

namespace {

// Three articles on one fair and one on something else, among others that make their words rare.
const test::Archive& fair() {
  static const test::Archive made = [] {
    std::vector<test::TestArticle> articles = {
        {.id = "a", .date = "2020-01-01", .title = "", .body = "Hội hoa xuân rực rỡ."},
        {.id = "b", .date = "2020-01-02", .title = "", .body = "Hội hoa xuân rực rỡ."},
        {.id = "c", .date = "2020-01-03", .title = "", .body = "Hội hoa xuân rực rỡ."},
        {.id = "d", .date = "2020-01-04", .title = "", .body = "Giá thép leo thang."},
    };
    for (size_t i = 0; i < 40; ++i) {
      articles.push_back({.id = "n" + std::to_string(i),
                          .date = "2020-02-01",
                          .title = "",
                          .body = "Ruộng lúa chín vàng."});
    }
    return test::Archive(articles);
  }();
  return made;
}

constexpr double kWeight = rank::kFeatures[rank::kNeighboursScore].weight;

// Hits a, b, c and d, as many as there are scores.
std::vector<rank::Ranked> scored(const searcher::Index& index, const std::vector<double>& scores) {
  std::vector<rank::Ranked> hits(scores.size());
  for (Xapian::docid docid = 1; docid <= index.database().get_lastdocid(); ++docid) {
    const std::string id = index.article(docid)->id;
    const auto place = static_cast<size_t>(id.front() - 'a');
    if (id.size() > 1 || place >= hits.size()) continue;
    hits[place].docid = docid;
    hits[place].score = scores[place];
  }
  return hits;
}

// The feature of the article that was given this score, after neighbours were added.
double moved_from(double score, const std::vector<rank::Ranked>& hits) {
  for (const rank::Ranked& hit : hits) {
    const double moved = hit.features[rank::kNeighboursScore];
    if (hit.score == doctest::Approx(score + kWeight * moved)) return moved;
  }
  FAIL("no such hit");
  return 0;
}

// Large enough to teach, with six articles on one field, each longer than the one before.
const test::Archive& many() {
  static const test::Archive made = [] {
    std::vector<test::TestArticle> articles;
    for (size_t i = 0; i < 520; ++i) {
      std::string body = "Cầu mới ven sông.";
      if (i % 100 == 0) {
        body = "Ruộng lúa chín vàng trên đồi.";
        for (size_t more = 0; more < i; more += 100) body += " Lúa chín.";
      }
      articles.push_back(
          {.id = "n" + std::to_string(i), .date = "2020-02-01", .title = "", .body = body});
    }
    return test::Archive(articles);
  }();
  return made;
}

std::vector<rank::Ranked> hits_of(bool literal) {
  const searcher::Index index = std::move(*searcher::Index::open(many().db()));
  searcher::SearchRequest request;
  request.query = "ruộng lúa trên đồi cao ven sông chín vàng";
  request.literal = literal;
  const searcher::PlannedQuery query = std::move(*searcher::plan_query(index, request));
  match::MatchSet matches(index, request, query);
  return rank::relevant_hits(index, query, matches, {.offset = 0, .limit = 200}).hits;
}

bool moved(const std::vector<rank::Ranked>& hits) {
  for (const rank::Ranked& hit : hits) {
    if (hit.features[rank::kNeighboursScore] != 0) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("hit neighbours: a hit is drawn to what the hits score that are like it") {
  const searcher::Index index = std::move(*searcher::Index::open(fair().db()));
  auto hits = scored(index, {100, 90, 40, 95});
  rank::add_neighbours(index, 1, hits);
  CHECK(moved_from(100, hits) == doctest::Approx((90 + 40) / 2.0 - 100));
  CHECK(moved_from(90, hits) == doctest::Approx((100 + 40) / 2.0 - 90));
  CHECK(moved_from(40, hits) == doctest::Approx((100 + 90) / 2.0 - 40));
}

TEST_CASE("hit neighbours: a hit that no other is like keeps its score, and may come first") {
  const searcher::Index index = std::move(*searcher::Index::open(fair().db()));
  auto hits = scored(index, {100, 90, 40, 98});
  rank::add_neighbours(index, 1, hits);
  CHECK(hits.front().score == 98);
  CHECK(hits.front().features[rank::kNeighboursScore] == 0);
  for (size_t i = 1; i < hits.size(); ++i) CHECK(hits[i - 1].score >= hits[i].score);
}

TEST_CASE("hit neighbours: they count by the share of the query") {
  const searcher::Index index = std::move(*searcher::Index::open(fair().db()));
  auto hits = scored(index, {100, 90, 40, 95});
  rank::add_neighbours(index, 0.5, hits);
  CHECK(moved_from(40, hits) == doctest::Approx(0.5 * (95 - 40)));
}

TEST_CASE("hit neighbours: two hits have none") {
  const searcher::Index index = std::move(*searcher::Index::open(fair().db()));
  auto hits = scored(index, {100, 40});
  rank::add_neighbours(index, 1, hits);
  CHECK(hits[0].score == 100);
  CHECK(hits[1].score == 40);
}

TEST_CASE("hit neighbours: less of queries of few words, and of pasted headlines") {
  const auto share = [](size_t words) {
    query::Plan plan;
    plan.runs = {std::vector<std::string>(words, "hoa")};
    return rank::share_of_neighbours(plan);
  };
  CHECK(share(2) == doctest::Approx(0.2));
  CHECK(share(6) == 1);
  CHECK(share(10) == 1);
  CHECK(share(20) == doctest::Approx(0.5));
}

TEST_CASE("hit neighbours: the first hits of a search have them, those of a literal one none") {
  CHECK(moved(hits_of(false)));
  CHECK_FALSE(moved(hits_of(true)));
}
