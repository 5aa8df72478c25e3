// Layers that are merged as they are, with what is deleted of them: the archive equals a rebuild.
#include <doctest/doctest.h>

#include "tests/support/archive.h"
#include "tests/support/built_archive.h"
#include "tests/support/described_archive.h"

using namespace khobao;
using namespace khobao::test;

namespace {

// A file of JSON Lines with the records first … last - 1, but for every `without`-th.
std::string records(int first, int last, int without, const std::string& what) {
  std::vector<TestArticle> articles;
  for (int i = first; i < last; ++i) {
    if (without > 0 && i % without == 0) continue;
    const std::string number = std::to_string(i);
    articles.push_back({.id = "tin-" + number,
                        .date = "202" + std::to_string(i % 5) + "-03-0" + std::to_string(1 + i % 9),
                        .title = "Chuyện " + what + " số " + number,
                        .body = "Bà con xã Đồng Mây bàn về " + what + " lần thứ " + number + "."});
  }
  return json_lines(articles);
}

}  // namespace

TEST_CASE("layer merge: layers merged as they are, with deletions, equal a rebuild") {
  const TempDir dir = TempDir::in_memory();
  const std::string folder = dir / "bao", db = dir / "db", fresh = dir / "fresh";
  // Enough articles to train the dictionary that later layers share.
  constexpr int kFirst = 1600, kEach = 20, kUpdates = 14;
  indexer::BuildRequest request;
  request.targets = {{folder, ""}};
  request.pipeline.threads = 2;
  request.allow_deletions = true;
  write_file(folder + "/0.jsonl", records(0, kFirst, 0, "lúa"));
  built(db, request);
  size_t layers = 1, merges = 0;
  for (int update = 1; update <= kUpdates; ++update) {
    const int first = kFirst + update * kEach;
    write_file(folder + "/" + std::to_string(update) + ".jsonl",
               records(first, first + kEach, 0, "ngô"));
    // One article of the update before goes, so that most small layers have a deleted one.
    if (update > 1) {
      write_file(folder + "/" + std::to_string(update - 1) + ".jsonl",
                 records(first - kEach, first, kEach, "ngô"));
    }
    const auto report = built(db, request);
    CHECK(report.rewritten == 0);
    const size_t now = manifest_of(db).layers.size();
    merges += now < layers;
    layers = now;
  }
  CHECK(merges > 0);
  uint64_t deleted = 0;
  for (const archive::LayerEntry& layer : manifest_of(db).layers) deleted += layer.deleted;
  CHECK(deleted == kUpdates - 1);
  indexer::BuildRequest rebuild = request;
  rebuild.mode = indexer::BuildMode::rebuild;
  built(fresh, rebuild);
  const std::vector<std::string> queries = {"lúa", "ngô", "\"xã đồng mây\"", "tin 1700",
                                            "chuyện ngô số 1660"};
  CHECK(described_archive(db, queries, false) == described_archive(fresh, queries, false));
  CHECK(statistics_of(db) == statistics_of(fresh));
  CHECK(run_cli("indexer", {"verify", "--full", "--db", db}, dir.path()).code == 0);

  request.refresh_statistics = true;
  built(db, request);
  CHECK(described_archive(db, queries, true) == described_archive(fresh, queries, true));
  CHECK(statistics_of(db) == statistics_of(fresh));
  CHECK(run_cli("indexer", {"verify", "--full", "--db", db}, dir.path()).code == 0);
}
