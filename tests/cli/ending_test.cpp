// How the programs end when they are not let finish: by signals, and by files that are cut while
// they are in use. Each ends with a message and a status that says which it was.
#include <doctest/doctest.h>

#include <chrono>

#include "tests/support/archive.h"
#include "tests/support/known_articles.h"

using namespace khobao;
using namespace khobao::test;

namespace {

using Clock = std::chrono::steady_clock;

const std::pair<std::string, int> kSignals[] = {{"INT", 130}, {"TERM", 143}, {"HUP", 129}};

// The program reads what `before` writes and then waits for more, which never comes; the signal
// finds it waiting.
CliResult stopped(const Archive& archive, const std::string& before, const std::string& program,
                  const std::string& signal) {
  return run_program(
      "/bin/bash",
      {"-c", "rm -f silent; mkfifo silent; exec 3<>silent; " + before + " >&3; (trap - " + signal +
                 "; exec " + program + " <&3 3>&-) & sleep 0.4; kill -" + signal + " $!; wait $!"},
      {.input = {}, .folder = archive.folder(), .environment = {}});
}

}  // namespace

TEST_CASE("ending: a signal ends a search with a message") {
  const Archive& archive = known_archive();
  const std::string searcher = std::string(KHOBAO_TEST_SEARCHER) + " --db '" + archive.db() +
                               "' --batch - --format jsonl >/dev/null";
  for (const auto& [signal, code] : kSignals) {
    CAPTURE(signal);
    const CliResult run = stopped(archive, "true", searcher, signal);
    CHECK(run.code == code);
    CHECK(run.err == "searcher: error: stopped by SIG" + signal + "\n");
  }
}

TEST_CASE("ending: the first signal ends a run that waits for a silent pipe") {
  const Archive archive(known_articles());
  const std::string update = std::string(KHOBAO_TEST_INDEXER) + " update --db db ";
  struct Case {
    std::string input, before;
  };
  for (const auto& [signal, code] : kSignals) {
    for (const Case& c : {Case{"-", "true"}, Case{"-", "echo '{\"body\":\"Thêm một bài.\"}'"},
                          Case{"--corrections -", "true"},
                          Case{"--corrections -", "echo '{\"id\":\"cau\",\"withdraw\":true}'"}}) {
      CAPTURE(signal);
      CAPTURE(c.input);
      CAPTURE(c.before);
      const auto start = Clock::now();
      const CliResult run = stopped(archive, c.before, update + c.input, signal);
      CHECK(std::chrono::duration<double>(Clock::now() - start).count() < 20);
      CHECK(run.code == code);
      // On a slow machine the signal may come before the run has begun.
      const std::string begin = "indexer: error: stopped by SIG" + signal;
      CHECK((run.err == begin + "; the archive is as it was\n" || run.err == begin + "\n"));
    }
  }
  CHECK(archive.indexer("verify", {"--full"}).code == 0);
}

TEST_CASE("ending: a signal ends the other commands of the indexer, too") {
  const Archive archive(known_articles());
  const CliResult run =
      stopped(archive, "true", std::string(KHOBAO_TEST_INDEXER) + " inspect -", "TERM");
  CHECK(run.code == 143);
  CHECK(run.err == "indexer: error: stopped by SIGTERM\n");
}

TEST_CASE("ending: a file that is cut while it is in use is damage, and no crash") {
  const Archive archive(known_articles());
  std::string path;
  SUBCASE("a table") { path = archive.live_generation() + "/statistics"; }
  SUBCASE("streams of words") { path = archive.only_layer() + "/streams"; }
  const CliResult run = run_program(
      "/bin/bash",
      {"-c", "(sleep 1; : > '" + path + "'; printf 'a\\tcau ben loi\\n') | " +
                 KHOBAO_TEST_SEARCHER + " --db '" + archive.db() + "' --batch - --format jsonl"},
      {.input = {}, .folder = archive.folder(), .environment = {}});
  CHECK(run.out == "");
  CHECK(run.code == 3);
  CHECK(run.err == "searcher: error: the index is damaged: '" + path +
                       "' was cut while it was in use\nhint: 'indexer verify --full' names what is "
                       "damaged and the way out\n");
}
