// Other names and other corrections, given to an archive of several layers with deleted articles:
// the articles follow, and the archive equals one built at once with the same settings.
#include <doctest/doctest.h>

#include <filesystem>

#include "indexer/commit/live_archive.h"
#include "indexer/recognise/corrections.h"
#include "tests/support/archive.h"
#include "tests/support/built_archive.h"
#include "tests/support/described_archive.h"

using namespace khobao;
using namespace khobao::test;

namespace {

void write_articles(const std::string& folder, int first, int last, const std::string& what) {
  std::filesystem::create_directories(folder);
  for (int i = first; i < last; ++i) {
    const std::string number = std::to_string(i);
    write_file(folder + "/" + number + ".txt",
               plain_text({.id = "",
                           .date = "2021-03-0" + std::to_string(1 + i % 9),
                           .title = "Chuyện " + what + " số " + number,
                           .body = "Nhóm Mái Lá và NML bàn về " + what +
                                   " với UBND xã Đồng Mây. Hội Thợ Cầu đến sau."}));
  }
}

}  // namespace

TEST_CASE("updates: names and corrections given to layers with deletions equal a rebuild") {
  const TempDir dir = TempDir::in_memory();
  const std::string folder = dir / "bao", db = dir / "db", fresh = dir / "fresh";
  indexer::BuildRequest request;
  request.targets = {{folder, ""}};
  request.pipeline.threads = 2;
  request.allow_deletions = true;
  write_articles(folder, 0, 60, "lúa");
  built(db, request);
  write_articles(folder, 60, 70, "ngô");
  built(db, request);
  write_articles(folder, 5, 8, "khoai");
  std::filesystem::remove(folder + "/9.txt");
  built(db, request);
  const archive::Manifest before = manifest_of(db);
  CHECK(before.layers.size() == 3);
  CHECK(before.layers.front().deleted == 4);

  const auto names = [&](const std::string& table) {
    write_file(dir / "names.tsv", table);
    request.pipeline.names_file = dir / "names.tsv";
  };
  const auto corrections = [&](const std::string& lines) {
    write_file(dir / "corrections.jsonl", lines);
    request.pipeline.corrections_file = dir / "corrections.jsonl";
  };
  const std::string corrected =
      R"({"id": "bao/3.txt", "field": "published", "value": "2020-07-02"}
{"id": "bao/6.txt", "field": "title", "value": "Lễ thông xe"}
{"id": "bao/9.txt", "field": "title", "value": "Không còn"}
{"id": "bao/61.txt", "field": "organisations", "value": ["Hội Bến Lội"]}
{"id": "bao/62.txt", "field": "published", "value": null}
)";
  uint64_t written_anew = 70;
  SUBCASE("names") { names("Nhóm Mái Lá\tNML\n"); }
  SUBCASE("corrections") {
    corrections(corrected);
    written_anew = 4;  // those that the archive holds
  }
  SUBCASE("corrections that were given before, withdrawn and changed") {
    corrections(corrected);
    built(db, request);
    corrections(R"({"id": "bao/3.txt", "withdraw": true}
{"id": "bao/6.txt", "field": "title", "value": "Lễ thông xe"}
{"id": "bao/62.txt", "field": "published", "value": "2019-01-01"}
)");
    written_anew = 4;  // two, and what is left of a small layer that holds one of those replaced
  }
  SUBCASE("both, with changed articles") {
    names("Hội Thợ Cầu\t\tNhóm Mái Lá\nNhóm Mái Lá\tNML\n");
    corrections(corrected);
    write_articles(folder, 68, 75, "sắn");
    std::filesystem::remove(folder + "/62.txt");
  }
  CHECK(built(db, request).rewritten <= written_anew);
  indexer::BuildRequest rebuild = request;
  rebuild.mode = indexer::BuildMode::rebuild;
  // All that is remembered, as a file of the user's own.
  const auto kept = commit::kept_settings(db);
  REQUIRE(kept);
  const auto remembered = recognise::Corrections::load(db, kept->corrections);
  REQUIRE(remembered);
  std::string lines = remembered->kept_bytes();
  if (!lines.empty()) {
    lines.erase(lines.rfind('\n', lines.size() - 2) + 1);  // its checksum
    write_file(dir / "remembered.jsonl", lines);
    rebuild.pipeline.corrections_file = dir / "remembered.jsonl";
  }
  built(fresh, rebuild);
  const std::vector<std::string> queries = {"lúa",       "\"thông xe\"", "nhóm mái lá", "NML",
                                            "khoai ngô", "xã đồng mây",  "chuyện"};
  CHECK(described_archive(db, queries, false) == described_archive(fresh, queries, false));
  request.refresh_statistics = true;
  built(db, request);
  CHECK(described_archive(db, queries, true) == described_archive(fresh, queries, true));
  CHECK(statistics_of(db) == statistics_of(fresh));
  const archive::Manifest updated = manifest_of(db), rebuilt = manifest_of(fresh);
  CHECK(updated.names == rebuilt.names);
  CHECK(updated.corrections == rebuilt.corrections);
  CHECK((updated.names != before.names || updated.corrections != before.corrections));
}
