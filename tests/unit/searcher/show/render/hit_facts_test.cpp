#include "searcher/show/render/hit_facts.h"

#include <doctest/doctest.h>

using namespace khobao;

TEST_CASE("hit facts: days are written as each language has them") {
  archive::Article article;
  article.version_of = "bao/cau";
  article.gone = "2026-12-01";
  REQUIRE(article.is_kept());
  const Message kept = show::kept_facts(article);
  CHECK(kept == "no longer at its source since 2026-12-01");
  CHECK(kept.in(Language::vietnamese) == "không còn ở nguồn từ 01/12/2026");
  const Message moment = show::shown_moment("2020-07-02T08:43");
  CHECK(moment == "2020-07-02 08:43");
  CHECK(moment.in(Language::vietnamese) == "02/07/2020 08:43");
  const Message day = show::day_shown({2020, 7, 2});
  CHECK(day == "2020-07-02");
  CHECK(day.in(Language::vietnamese) == "2/7/2020");
}
