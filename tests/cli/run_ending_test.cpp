// Runs that are ended by a signal or have no standard streams leave the archive whole.
#include <doctest/doctest.h>

#include "tests/support/archive.h"
#include "tests/support/kept_folder.h"
#include "tests/support/known_articles.h"

using namespace khobao;
using namespace khobao::test;

TEST_CASE("run ending: standard streams that are closed or full") {
  const Archive archive(known_articles());
  archive.write("more.txt", "Tin\n\nThêm một bài về cầu.\n");
  const auto shell = [&](const std::string& redirected) {
    return run_program("/bin/sh", {"-c", std::string(KHOBAO_TEST_INDEXER) + " " + redirected},
                       {.input = {}, .folder = archive.folder(), .environment = {}});
  };
  CHECK(shell("verify --db db >&-").code == 4);
  CHECK(shell("verify --db db >/dev/full").code == 4);
  CHECK(shell("status --db db >/dev/full").code == 4);
  CHECK(shell("update --db db more.txt >&-").code == 4);
  CHECK(shell("update --db db <&- >&- 2>&-").code == 4);
  CHECK(archive.indexer("verify", {"--full"}).code == 0);
  CHECK(archive.search({"--count", "cầu"}).out == "8\n");
  // A reader that is gone ends no run half done.
  archive.write("last.txt", "Tin\n\nBài cuối về cầu.\n");
  const CliResult unread =
      run_program("/bin/bash",
                  {"-c", std::string("{ sleep 0.2; ") + KHOBAO_TEST_INDEXER +
                             " update --db db last.txt; } | true; exit ${PIPESTATUS[0]}"},
                  {.input = {}, .folder = archive.folder(), .environment = {}});
  CHECK(unread.code == 4);
  CHECK(unread.err.find("cannot write to standard output: Broken pipe\n") != std::string::npos);
  CHECK(archive.search({"--count", "cầu"}).out == "9\n");
}

TEST_CASE("run ending: a signal ends a run cleanly") {
  const Archive archive(known_articles());
  const Kept kept(archive);
  archive.write("more.jsonl", "{\"id\":\"mới\",\"body\":\"Thêm một bài về cầu.\"}\n");
  for (const auto& [name, code] :
       {std::pair{std::string("INT"), 130}, {"TERM", 143}, {"HUP", 129}}) {
    CAPTURE(name);
    kept.put_back();
    const CliResult run = run_program(
        "/bin/bash",
        {"-c", "(cat more.jsonl; sleep 1) | (trap - " + name + "; exec " + KHOBAO_TEST_INDEXER +
                   " update --db db -) & sleep 0.4; kill -" + name + " $!; wait $!"},
        {.input = {}, .folder = archive.folder(), .environment = {}});
    CHECK(run.code == code);
    CHECK(run.err == "indexer: error: stopped by SIG" + name + "; the archive is as it was\n");
    check_whole(archive, "7\n", "7\n");
    CHECK(listing(archive.db()) == listing(archive.folder() + "/kept"));
  }
}
