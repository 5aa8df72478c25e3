// Single calls of the system that fail: the run names the call's reason, the archive stays whole or
// becomes what the run would have made of it.
#include <doctest/doctest.h>

#include <filesystem>

#include "tests/support/archive.h"
#include "tests/support/failing_call.h"
#include "tests/support/kept_folder.h"
#include "tests/support/known_articles.h"

using namespace khobao;
using namespace khobao::test;
namespace fs = std::filesystem;

TEST_CASE("failing calls: a sync of a layer that fails is told, and nothing is made live") {
  if (!can_fail_calls()) return;
  const Archive archive(known_articles());
  const int failed = fail_each(
      {.call = "fsync,fdatasync", .error = "EIO", .path = archive.db() + "/layer-000001/index/postlist.glass"},
      {"update", "-q", "--db", archive.db(), "articles.jsonl"}, archive.folder(),
      [&] { fs::remove_all(archive.db()); },
      [&](const CliResult& run) {
        CHECK(run.code == 4);
        CHECK(run.err.find("cannot sync '" + archive.db() + "/layer-") != std::string::npos);
        CHECK(archive.indexer("verify").code == 3);
      });
  CHECK(failed > 0);
}

TEST_CASE("failing calls: what cannot be synced is not made live") {
  if (!can_fail_calls()) return;
  const Archive archive(known_articles());
  archive.write("more.txt", "Tin\n\nThêm một bài về cầu.\n");
  const Kept kept(archive);
  const int failed =
      fail_each({.call = "fsync,fdatasync", .error = "EIO"},
                {"update", "-q", "--db", archive.db(), "more.txt"}, archive.folder(),
                [&] { kept.put_back(); },
                [&](const CliResult& run) {
                  CHECK(run.code == 4);
                  CHECK(run.err.find("Input/output error") != std::string::npos);
                  check_whole(archive, "7\n", "7\n");
                });
  CHECK(failed > 10);
}

TEST_CASE("failing calls: without a thread to be had, one does all the work") {
  if (!can_fail_calls()) return;
  const Archive archive;
  archive.write("articles.jsonl", json_lines(known_articles()));
  for (int when = 1; when < 8; ++when) {
    CAPTURE(when);
    fs::remove_all(archive.db());
    const FailedRun run =
        run_failing({"clone3,clone", "EAGAIN", when}, "indexer",
                    {"update", "-q", "--threads", "2", "--db", archive.db(), "articles.jsonl"},
                    archive.folder());
    if (!run.happened) break;
    CHECK_MESSAGE(run.result.code == 0, run.result.err);
    check_whole(archive, "7\n", "7\n");
  }
}

// The texts are invented.
TEST_CASE(
    "failing calls: whichever write or read of a segment fails, the run names it and the reason") {
  if (!can_fail_calls()) return;
  std::vector<TestArticle> articles;
  for (int i = 0; i < 200; ++i) {
    const std::string number = std::to_string(i);
    articles.push_back({.id = "bai-" + number,
                        .date = "2020-07-02",
                        .title = "Cầu số " + number,
                        .body = "Xã Đồng Mây xây cầu số " + number + " qua kênh q" + number +
                                "a. Bà con góp công trong " + number + " ngày."});
  }
  const Archive archive(articles);
  // The loader reads twice before the program begins; what is written first makes the archive.
  for (const auto& [call, error, reason, first] :
       {std::tuple{"write", "ENOSPC", "No space left on device", 2},
        {"pread64", "EIO", "Input/output error", 3}}) {
    int failed = 0;
    for (int when = first;; ++when) {
      CAPTURE(call);
      CAPTURE(when);
      fs::remove_all(archive.db());
      const FailedRun run =
          run_failing({call, error, when}, "indexer",
                      {"update", "-q", "--threads", "1", "--db", archive.db(), "articles.jsonl"},
                      archive.folder());
      if (!run.happened) break;
      if (run.result.code == 0) {  // the archive is live: what is written then tells of the run
        CHECK(archive.indexer("verify").code == 0);
        break;
      }
      ++failed;
      CHECK(run.result.code == 4);
      CAPTURE(run.result.err);
      CHECK(run.result.err.starts_with("indexer: error: cannot "));
      CHECK(run.result.err.find(archive.db() + "/") != std::string::npos);
      CHECK(run.result.err.find(reason) != std::string::npos);
      CHECK(run.result.err.find("Modifications failed") == std::string::npos);
      CHECK(listing(archive.db()) == "current\nwriter.lock\n");
    }
    CHECK(failed >= 10);
  }
}

TEST_CASE("failing calls: a lock of Xapian's that cannot be taken once is taken again") {
  if (!can_fail_calls()) return;
  const Archive archive(known_articles());
  archive.write("more.txt", "Tin\n\nThêm một bài về cầu.\n");
  const Kept kept(archive);
  fail_each({.call = "fcntl", .error = "ENOLCK"},
            {"update", "-q", "--db", archive.db(), "more.txt"}, archive.folder(),
            [&] { kept.put_back(); },
            [&](const CliResult& run) {
              CHECK((run.code == 0 || run.err.find(": No locks available\n") != std::string::npos));
              check_whole(archive, "7\n", "8\n");
            });
}

TEST_CASE("failing calls: too few descriptors are never taken for another writer or for damage") {
  const Archive archive(known_articles());
  archive.write("more.txt", "Tin\n\nThêm một bài về cầu.\n");
  const Kept kept(archive);
  for (int files = 4; files < 24; ++files) {
    CAPTURE(files);
    kept.put_back();
    // 127: the loader had no descriptor left for a library, and nothing of ours ran.
    const CliResult run =
        run_program("/bin/sh",
                    {"-c", "ulimit -n " + std::to_string(files) + "; " + KHOBAO_TEST_INDEXER +
                               " update -q --db db more.txt; code=$?; "
                               "[ $code -eq 127 ] && exit 4; exit $code"},
                    {.input = {}, .folder = archive.folder(), .environment = {}});
    CHECK_MESSAGE((run.code == 0 || run.code == 1 || run.code == 4), run.err);
    check_whole(archive, "7\n", "8\n");
  }
}
