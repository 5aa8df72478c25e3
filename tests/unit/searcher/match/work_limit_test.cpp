#include "searcher/match/work_limit.h"

#include <doctest/doctest.h>

#include "searcher/index.h"
#include "searcher/match/match_set.h"
#include "searcher/match/matches.h"
#include "searcher/planned_query.h"
#include "searcher/query/parser.h"
#include "searcher/query/plan.h"
#include "tests/support/archive.h"

using namespace khobao;

TEST_CASE("work limit: what is not read is counted, and is no match") {
  std::vector<test::TestArticle> articles;
  for (int i = 0; i < 20; ++i) {
    articles.push_back({.id = "bai-" + std::to_string(i),
                        .date = "2020-07-02",
                        .title = "Tin",
                        .body = "Lúa và gạo " + std::to_string(i) + " cùng về chợ."});
  }
  const test::Archive archive(articles);
  const auto index = searcher::Index::open(archive.db());
  REQUIRE(index);
  const auto parsed = query::parse("lúa NEAR/3 gạo");
  REQUIRE(parsed);
  const query::Plan plan = query::make_plan(parsed->root);
  const auto count = [&](match::WorkLimit& limit) {
    Xapian::Enquire enquire(index->database());
    match::TermSets sets(index->layers(), limit);
    enquire.set_query(match::match_query(plan.root, sets, limit).query);
    return enquire.get_mset(0, 100, 100).size();
  };
  match::WorkLimit enough(20);
  CHECK(count(enough) == 20);
  CHECK(enough.possible == 20);
  CHECK(enough.unread == 0);
  match::WorkLimit little(20);
  little.left = 30;
  const auto found = count(little);
  CHECK(found > 0);
  CHECK(found < 20);
  CHECK(little.possible == 20);
  CHECK(little.unread == 20 - found);
  match::WorkLimit more(1'000'000);
  CHECK(more.left == 1'000'000 * match::WorkLimit::kForArticle);
}

TEST_CASE("work limit: what is said of one article that was not read") {
  const test::Archive archive(
      {{.id = "a", .date = "2020-07-02", .title = "Tin", .body = "Lúa và gạo cùng về chợ."}});
  auto index = searcher::Index::open(archive.db());
  REQUIRE(index);
  searcher::SearchRequest request;
  request.query = "lúa NEAR/3 gạo";
  const auto query = searcher::plan_query(*index, request);
  REQUIRE(query);
  match::MatchSet matches(*index, request, *query);
  matches.limit().left = 0;
  CHECK(matches.total() == 0);
  REQUIRE(matches.notes().size() == 1);
  CHECK(matches.notes()[0].starts_with(
      "too much to compare: 1 of the 1 articles that may match was not read and counts as no match;"));
}

TEST_CASE("work limit: places that follow each other alike are compared once") {
  const test::Archive archive({{.id = "a",
                                .date = "2020-07-02",
                                .title = "Tin",
                                .body = "Lúa và gạo và ngô và khoai và sắn và đậu."}});
  std::string chain = "và";
  for (int i = 0; i < 400; ++i) chain += " NEAR/1000 và";
  archive.write("chain", chain);
  CHECK(archive.answer({"--query-file", "chain"}).total == 1);
  archive.write("far", "lúa NEAR/2 gạo NEAR/2 ngô NEAR/2 khoai NEAR/2 lúa");
  CHECK(archive.answer({"--query-file", "far"}).total == 0);
}
