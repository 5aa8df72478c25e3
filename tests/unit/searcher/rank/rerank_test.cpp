#include "searcher/rank/rerank.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "searcher/query/parser.h"
#include "tests/support/archive.h"

using namespace khobao;

namespace {

// Invented.
const test::Archive& archive() {
  static const test::Archive made({
      {.id = "xa", .date = "2020-01-05", .title = "Chợ", .body = "Gạo bán ở chợ. Lúa còn non."},
      {.id = "gan", .date = "2020-01-01", .title = "Giá lúa gạo", .body = "Lúa gạo lên giá."},
      {.id = "mot", .date = "2020-01-03", .title = "Đồng", .body = "Lúa chín vàng đồng."},
      {.id = "b", .date = "2020-01-02", .title = "Cầu", .body = "Cầu qua sông."},
      {.id = "c", .date = "2020-01-02", .title = "Cầu", .body = "Cầu qua sông."},
  });
  return made;
}

struct Scored {
  searcher::Index index;
  std::vector<rank::Ranked> hits;
};

Scored scored(const std::string& query, const std::vector<std::string>& ids) {
  auto index = searcher::Index::open(archive().db());
  REQUIRE(index);
  const auto parsed = query::parse(query);
  REQUIRE(parsed);
  const query::Plan plan = query::make_plan(parsed->root);
  std::vector<rank::Candidate> candidates;
  for (const std::string& id : ids) candidates.push_back({index->find(id), 1});
  auto hits = rank::score(*index, plan, candidates);
  return {std::move(*index), std::move(hits)};
}

std::string ids_of(const searcher::Index& index, const std::vector<rank::Ranked>& hits) {
  std::vector<std::string> ids;
  for (const rank::Ranked& hit : hits) ids.push_back(index.article(hit.docid)->id);
  return test::listed(ids);
}

}  // namespace

TEST_CASE("rerank: scores come in the candidates' order and are the weighted features, rounded") {
  const Scored result = scored("\"lúa gạo\"", {"xa", "gan", "mot"});
  REQUIRE(result.hits.size() == 3);
  CHECK(ids_of(result.index, result.hits) == "xa gan mot");
  CHECK_FALSE(result.hits[0].full);
  CHECK(result.hits[1].full);
  for (const rank::Ranked& hit : result.hits) {
    double sum = 0;
    for (size_t f = 0; f < rank::kFeatures.size(); ++f)
      sum += rank::kFeatures[f].weight * hit.features[f];
    CHECK(hit.score == rank::rounded_score(sum));
    CHECK(hit.features[rank::kMatch] == (hit.full ? 1 : 0));
  }
  CHECK(result.hits[1].score > result.hits[0].score);
  CHECK(result.hits[0].score > result.hits[2].score);
}

TEST_CASE("rerank: equal scores are told by date, newest first, then by id") {
  Scored result = scored("sông", {"c", "xa", "b", "mot"});
  for (rank::Ranked& hit : result.hits) hit.score = 1;
  result.hits[3].score = 2;
  CHECK(ids_of(result.index, rank::rank(result.index, result.hits)) == "mot xa b c");
}

TEST_CASE("rerank: scores are compared as they are shown") {
  CHECK(rank::rounded_score(1.23454999) == 1.2345);
  CHECK(rank::rounded_score(1.23455001) == 1.2346);
}
