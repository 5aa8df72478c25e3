// What systemd itself says of the installed units, where it is there to be asked.
#include <doctest/doctest.h>

#include <filesystem>

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
      {"verify", folder + "khobao-update.service", folder + "khobao-update.timer"}, options);
  CHECK(run.err.find("khobao") == std::string::npos);
}
