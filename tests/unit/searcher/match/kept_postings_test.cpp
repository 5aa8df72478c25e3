#include "searcher/match/kept_postings.h"

#include <doctest/doctest.h>

#include <map>

#include "searcher/index.h"
#include "tests/support/archive.h"

using namespace khobao;

namespace {

using Counts = std::map<Xapian::docid, unsigned>;

Counts counts_of(const searcher::Index& index, const std::string& term) {
  Counts counts;
  index.postings().for_each(index.layers(), term, [&](Xapian::docid docid, unsigned count) {
    CHECK(counts.emplace(docid, count).second);
  });
  return counts;
}

}  // namespace

TEST_CASE("kept postings: the same each time a word is asked for, of all layers") {
  std::vector<test::TestArticle> articles;
  for (int i = 0; i < 40; ++i)
    articles.push_back({.id = "a" + std::to_string(i), .date = "", .title = "", .body = "lúa lúa gạo"});
  const test::Archive archive(articles);
  archive.write("more.jsonl", test::json_lines({{.id = "b", .date = "", .title = "", .body = "lúa"},
                                                {.id = "c", .date = "", .title = "", .body = "gạo"}}));
  REQUIRE(archive.update({"more.jsonl"}).code == 0);
  auto index = searcher::Index::open(archive.db());
  REQUIRE(index);
  REQUIRE(index->layers().layers() == 2);
  Counts want;
  for (int i = 0; i < 40; ++i) want.emplace(index->find("a" + std::to_string(i)), 2);
  want.emplace(index->find("b"), 1);
  for (int time = 0; time < 4; ++time) {
    CAPTURE(time);
    if (time == 3) index->postings().expect_many();
    CHECK((counts_of(*index, "lúa") == want));
    CHECK(counts_of(*index, "gạo").size() == 41);
    CHECK(counts_of(*index, "chợ").empty());
  }
  const searcher::Index moved = std::move(*index);
  CHECK((counts_of(moved, "lúa") == want));
}
