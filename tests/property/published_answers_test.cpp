// A published archive, searched where its shards or replicas of them lie, answers as the archive that
// it was made of.
#include <doctest/doctest.h>

#include <filesystem>

#include "tests/support/published_content.h"
#include "tests/support/random_requests.h"
#include "tests/support/temp_dir.h"

using namespace khobao;
using namespace khobao::test;

namespace {

void check_same(const std::string& got, const std::string& want) {
  if (got == want) return;
  size_t line = 0, at = 0;
  while (at < std::min(got.size(), want.size()) && got[at] == want[at])
    line = got[at++] == '\n' ? at : line;
  FAIL_CHECK("published:\n" << got.substr(line, 300) << "\narchive:\n" << want.substr(line, 300));
}

}  // namespace

TEST_CASE("published archives: 300 requests are answered as by the archive itself") {
  for (unsigned seed = 2420; seed < 2423; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    const Archive archive(articles_to_ask(random, 80));
    const TempDir folder, cache;
    published(archive.db(), folder / "pub", 1 + seed % 4);
    auto shards = searcher::Index::open({folder / "pub/live"}, {cache.path(), ""});
    auto one = searcher::Index::open(archive.db());
    REQUIRE(shards);
    REQUIRE(one);
    check_same(whole_archive(*shards), whole_archive(*one));
    for (int i = 0; i < 100; ++i) {
      const searcher::SearchRequest request = random_request(random);
      CAPTURE(request.query);
      check_same(json_answer(*shards, request), json_answer(*one, request));
    }
  }
}

TEST_CASE("published archives: what was published again is searched, shards of two are not") {
  std::mt19937 random(2430);
  const auto articles = articles_to_ask(random, 40);
  const Archive archive(articles);
  const TempDir folder, cache;
  const auto open = [&](const std::vector<std::string>& dbs) {
    return searcher::Index::open(dbs, {cache.path(), ""});
  };
  published(archive.db(), folder / "pub", 2);
  const std::string old = std::filesystem::canonical(folder / "pub/live");
  REQUIRE(open({folder / "pub/live"}));
  archive.write("moi.jsonl", json_lines({{"moi", "2022-01-02", "Tin mới", "Lúa gạo xyz."}}));
  REQUIRE(archive.update({"moi.jsonl"}).code == 0);
  published(archive.db(), folder / "pub", 2);
  auto now = open({folder / "pub/live/shard-02", folder / "pub/live/shard-01"});
  REQUIRE(now);
  CHECK(now->find("moi") != 0);
  CHECK(now->manifest().articles == articles.size() + 1);

  const auto mixed = open({old + "/shard-01", folder / "pub/live/shard-02"});
  REQUIRE(!mixed);
  CHECK(mixed.error().code == ErrorCode::index_incompatible);
  CHECK(mixed.error().message.in(Language::english).find("are not of one publication") !=
        std::string::npos);
  const auto part = open({folder / "pub/live/shard-02"});
  REQUIRE(!part);
  CHECK(part.error().code == ErrorCode::index_missing);
  CHECK(part.error().message.in(Language::english) ==
        "shard 1 of 2 of the published archive is missing");
  const auto both = open({folder / "pub/live", archive.db()});
  REQUIRE(!both);
  CHECK(both.error().code == ErrorCode::usage);
}
