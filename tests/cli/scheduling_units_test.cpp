// What systemd itself says of the installed units, where it is there to be asked.
#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "tests/support/program.h"
#include "tests/support/temp_dir.h"

using namespace khobao::test;

TEST_CASE("scheduling: systemd itself finds no fault with the units") {
  if (!std::filesystem::exists("/usr/bin/systemd-analyze")) {
    MESSAGE("SKIPPED: systemd-analyze is not installed");
    return;
  }
  const TempDir prefix;
  const RunOptions options{.input = {}, .folder = prefix.path(), .environment = {}};
  REQUIRE(run_program(KHOBAO_TEST_CMAKE,
                      {"--install", KHOBAO_TEST_BUILD, "--prefix", prefix.path()}, options)
              .code == 0);
  const std::string folder = prefix / "lib/systemd/system/";
  const CliResult run = run_program(
      "/usr/bin/systemd-analyze",
      {"verify", "--man=no", folder + "khobao-update.service", folder + "khobao-update.timer",
       folder + "khobao-publish.service", folder + "khobao-publish.path",
       folder + "khobao-shard@01.service", folder + "khobao-replicate-server.service",
       folder + "khobao-replica@01.service"},
      options);
  for (size_t begin = 0; begin < run.err.size();) {
    const size_t end = run.err.find('\n', begin);
    const std::string line = run.err.substr(begin, end - begin);
    // Where xapian-tools is not installed, its programs are not there to be found.
    const bool other_package = line.find("Command /usr/bin/xapian-") != std::string::npos;
    CHECK_MESSAGE((line.find("khobao") == std::string::npos || other_package), line);
    begin = end == std::string::npos ? run.err.size() : end + 1;
  }
}
