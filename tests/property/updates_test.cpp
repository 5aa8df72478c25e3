// An archive brought up to date in steps equals one built at once, whatever changed in between.
#include <doctest/doctest.h>

#include <cstdlib>
#include <mutex>

#include "tests/support/archive_content.h"
#include "tests/support/built_archive.h"
#include "tests/support/changing_folder.h"
#include "tests/support/described_archive.h"
#include "tests/support/naive.h"
#include "tests/support/random_requests.h"
#include "tests/support/temp_dir.h"

using namespace khobao;
using namespace khobao::test;

namespace {

indexer::BuildRequest request_for(const std::string& folder, const names::Gazetteer& gazetteer) {
  indexer::BuildRequest request;
  request.targets = {{folder + "/a", ""}, {folder + "/b", ""}};
  request.pipeline.threads = 2;
  request.pipeline.gazetteer = &gazetteer;
  request.allow_deletions = true;
  return request;
}

// Some changes and some updates, of both roots or of one. Returns how many of them went on with the
// statistics of before.
unsigned live_on(ChangingFolder& folder, const std::string& db, const indexer::BuildRequest& all) {
  unsigned went_on = 0;
  for (unsigned step = 1 + folder.random()() % 4; step > 0; --step) {
    for (unsigned n = folder.random()() % 8; n > 0; --n) folder.change();
    indexer::BuildRequest request = all;
    if (const unsigned part = folder.random()() % 4; part < 2)
      request.targets = {all.targets[part]};
    request.refresh_statistics = folder.random()() % 8 == 0;
    const auto report = built(db, request);
    went_on += !report.changes.empty() && !report.counted_all;
  }
  return went_on;
}

void check_equal(const std::string& got, const std::string& want) {
  check_same(got, want, "updated", "rebuilt");
}

}  // namespace

TEST_CASE("updates: after any changes and updates an archive equals a rebuild") {
  const char* wanted = std::getenv("KHOBAO_UPDATE_SEQUENCES");
  const unsigned sequences =
      wanted ? static_cast<unsigned>(std::strtoul(wanted, nullptr, 10)) : 400;
  const names::Gazetteer gazetteer;
  if (!TempDir::in_memory().path().starts_with("/dev/shm"))
    MESSAGE("no /dev/shm to write to: this takes longer, for every commit waits for the disk");
  unsigned went_on = 0;
  for (unsigned seed = 1; seed <= sequences; ++seed) {
    CAPTURE(seed);
    const TempDir dir = TempDir::in_memory();
    ChangingFolder folder(dir.path(), seed);
    const indexer::BuildRequest all = request_for(dir.path(), gazetteer);
    const std::string db = dir / "db", fresh = dir / "fresh";
    went_on += live_on(folder, db, all);
    const auto updated = built(db, all);
    indexer::BuildRequest rebuild = all;
    rebuild.mode = indexer::BuildMode::rebuild;
    const auto rebuilt = built(fresh, rebuild);
    CHECK(updated.articles == rebuilt.articles);
    CHECK(updated.undated == rebuilt.undated);
    CHECK(updated.skipped.size() == rebuilt.skipped.size());
    std::vector<std::string> queries;
    for (int i = 0; i < 4; ++i) queries.push_back(typed(random_query(folder.random(), 2)));
    check_equal(described_archive(db, queries, false), described_archive(fresh, queries, false));
    CHECK((statistics_of(db) == statistics_of(fresh)));
    CHECK((lessons_of(db) == lessons_of(fresh)));
    if (seed % 2 == 0) continue;
    indexer::BuildRequest refresh = all;
    refresh.refresh_statistics = true;
    CHECK(built(db, refresh).changes.empty());
    check_equal(described_archive(db, queries, true), described_archive(fresh, queries, true));
    CHECK((statistics_of(db) == statistics_of(fresh)));
  }
  CHECK(went_on > sequences / 4);
}

TEST_CASE("updates: files that change while a run reads them are caught up with by the next one") {
  const names::Gazetteer gazetteer;
  for (unsigned seed = 1; seed <= 100; ++seed) {
    CAPTURE(seed);
    const TempDir dir = TempDir::in_memory();
    ChangingFolder folder(dir.path(), seed);
    const indexer::BuildRequest calm = request_for(dir.path(), gazetteer);
    const std::string db = dir / "db", fresh = dir / "fresh";
    for (int i = 0; i < 40; ++i) folder.change();
    (void)built(db, calm);
    std::mutex mutex;
    for (int run = 0; run < 4; ++run) {
      for (int i = 0; i < 8; ++i) folder.change();
      indexer::BuildRequest disturbed = calm;
      disturbed.pipeline.prepare = [&](archive::Article&, const std::string&) {
        const std::lock_guard lock(mutex);
        for (unsigned n = folder.random()() % 4; n > 0; --n) folder.change();
      };
      (void)built(db, disturbed);
    }
    const auto updated = built(db, calm);
    indexer::BuildRequest rebuild = calm;
    rebuild.mode = indexer::BuildMode::rebuild;
    CHECK(updated.articles == built(fresh, rebuild).articles);
    check_equal(described_archive(db, {}, false), described_archive(fresh, {}, false));
  }
}

TEST_CASE("updates: a file that changes before a run reads it a second time") {
  const names::Gazetteer gazetteer;
  const TempDir dir;
  const indexer::BuildRequest calm = request_for(dir.path(), gazetteer);
  const std::string db = dir / "db", fresh = dir / "fresh";
  const auto article = [](const char* id, const char* title) {
    return json_lines({{.id = id, .date = "2020-07-02", .title = title, .body = "Bài thử."}});
  };
  write_file(dir / "a/1.jsonl", article("x", "Cầu mới"));
  write_file(dir / "b/2.jsonl", article("y", "Lúa") + article("x", "Cầu cũ"));
  (void)built(db, calm);
  // The second file's "x" becomes free, for which the file is read again.
  write_file(dir / "a/1.jsonl", article("z", "Chợ"));
  write_file(dir / "b/2.jsonl", article("y", "Ngô") + article("x", "Cầu cũ"));
  indexer::BuildRequest disturbed = calm;
  disturbed.pipeline.prepare = [&](const archive::Article&, const std::string&) {
    write_file(dir / "b/2.jsonl", article("y", "Khoai") + article("x", "Cầu cũ"));
  };
  (void)built(db, disturbed);
  (void)built(db, calm);
  indexer::BuildRequest rebuild = calm;
  rebuild.mode = indexer::BuildMode::rebuild;
  (void)built(fresh, rebuild);
  check_equal(described_archive(db, {"lúa", "ngô", "khoai", "cầu"}, false),
              described_archive(fresh, {"lúa", "ngô", "khoai", "cầu"}, false));
}
