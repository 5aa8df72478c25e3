// Single calls of a publishing run that fail, and runs that are killed at them: what is served
// stays whole, and is the old publication or the new one. The articles are invented.
#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <tuple>
#include <vector>

#include "tests/support/archive.h"
#include "tests/support/failing_call.h"
#include "tests/support/known_articles.h"

using namespace khobao::test;
namespace fs = std::filesystem;

namespace {

std::string into_of(const Archive& archive) { return archive.folder() + "/published"; }

CliResult publish(const Archive& archive) {
  return archive.indexer("publish", {"--shards", "2", "--into", into_of(archive)});
}

CliResult verify(const Archive& archive) {
  return run_cli("indexer", {"verify", "--full", "--db", into_of(archive)}, archive.folder());
}

std::string live(const Archive& archive) { return fs::read_symlink(into_of(archive) + "/live"); }

}  // namespace

TEST_CASE("publish faults: wherever a run fails or is killed, the old publication is served") {
  if (!can_fail_calls()) return;
  const Archive archive(known_articles());
  REQUIRE(publish(archive).code == 0);
  const std::string before = archive.folder() + "/before";
  const auto copy = fs::copy_options::recursive | fs::copy_options::copy_symlinks;
  fs::copy(into_of(archive), before, copy);
  archive.write("more.jsonl", json_lines({{.id = "a9",
                                           .date = "2022-01-01",
                                           .title = "Chợ Đồng Mây",
                                           .body = "Bà con đi chợ sớm, mua rau và cá."}}));
  REQUIRE(archive.update({"more.jsonl"}).code == 0);
  // Whether the new publication is served, which the run says by its exit status; both are whole.
  const auto check = [&](const CliResult& run) {
    const bool old = live(archive) == "publication-000001";
    if (run.code == 0) CHECK_FALSE(old);
    const CliResult whole = verify(archive);
    CHECK(whole.err == "");
    CHECK(whole.out.find(old ? ": 12 articles" : ": 13 articles") != std::string::npos);
    CHECK(publish(archive).code == 0);
    CHECK(verify(archive).out.find(": 13 articles") != std::string::npos);
    return old;
  };
  size_t stayed = 0;
  for (const auto& [calls, failure, every] : std::vector<std::tuple<std::string, std::string, int>>{
           {"fsync,fdatasync", "error=EIO", 1},
           {"rename,symlink,mkdir", "error=ENOSPC", 1},
           {"pwrite64,write", "error=ENOSPC", 13},
           {"openat", "error=EMFILE", 41},
           {"rename,symlink", "signal=KILL", 1},
           {"pwrite64,fsync", "signal=KILL", 11}}) {
    CAPTURE(calls);
    CAPTURE(failure);
    for (int when = 1;; when += every) {
      CAPTURE(when);
      fs::remove_all(into_of(archive));
      fs::copy(before, into_of(archive), copy);
      const CliResult run = run_program(
          "/usr/bin/strace",
          {"-qq", "-f", "-o", archive.folder() + "/log", "-e", "trace=" + calls, "-e",
           "inject=" + calls + ":" + failure + ":when=" + std::to_string(when), KHOBAO_TEST_INDEXER,
           "publish", "-q", "--threads", "1", "--db", archive.db(), "--into", into_of(archive)},
          {.input = {}, .folder = archive.folder(), .environment = {}});
      const bool killed = run.code == 137;
      if (!killed && read_file(archive.folder() + "/log").find("(INJECTED)") == std::string::npos) {
        CHECK(when > 3 * every);
        break;
      }
      CHECK((killed || run.code == 0 || run.code == 4));
      CAPTURE(run.err);
      stayed += check(run);
    }
  }
  CHECK(stayed > 20);
}
