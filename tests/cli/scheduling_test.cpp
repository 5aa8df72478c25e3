// The systemd units and the cron line that 'cmake --install' puts in place.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <filesystem>
#include <map>
#include <sstream>

#include "tests/support/archive.h"

using namespace khobao::test;
namespace fs = std::filesystem;

namespace {

// Keys and values of a unit file, as "Section.Key"; repeated ones joined by a space.
std::map<std::string, std::string> unit(const std::string& path) {
  std::istringstream in(read_file(path));
  std::map<std::string, std::string> values;
  std::string line, section;
  while (std::getline(in, line)) {
    if (line.empty() || line[0] == '#') continue;
    if (line[0] == '[' && line.back() == ']') {
      section = line.substr(1, line.size() - 2);
      continue;
    }
    const size_t equals = line.find('=');
    REQUIRE_MESSAGE(equals != std::string::npos, path << ": no section, key or comment: " << line);
    REQUIRE_MESSAGE(!section.empty(), path << ": outside any section: " << line);
    std::string& value = values[section + "." + line.substr(0, equals)];
    value += (value.empty() ? "" : " ") + line.substr(equals + 1);
  }
  return values;
}

struct Installed {
  TempDir prefix;
  Installed() {
    const CliResult run =
        run_program(KHOBAO_TEST_CMAKE, {"--install", KHOBAO_TEST_BUILD, "--prefix", prefix.path()},
                    {.input = {}, .folder = prefix.path(), .environment = {}});
    REQUIRE_MESSAGE(run.code == 0, run.err);
  }
};

}  // namespace

TEST_CASE("scheduling: the service runs the installed program, alone and without a network") {
  const Installed installed;
  const std::string bin = installed.prefix / "bin/indexer";
  CHECK(fs::exists(bin));
  CHECK(fs::exists(installed.prefix / "bin/searcher"));
  const auto service = unit(installed.prefix / "lib/systemd/system/khobao-update.service");
  const std::map<std::string, std::string> wanted = {
      {"Service.Type", "oneshot"},
      {"Service.ExecStart", bin + " update --db /var/lib/khobao/archive"},
      {"Service.SuccessExitStatus", "1 75"},
      {"Service.User", "khobao"},
      {"Service.StateDirectory", "khobao"},
      {"Service.ProtectSystem", "strict"},
      {"Service.ProtectHome", "read-only"},
      {"Service.PrivateNetwork", "yes"},
      {"Service.RestrictAddressFamilies", "none"},
      {"Service.NoNewPrivileges", "yes"},
      {"Service.CapabilityBoundingSet", ""},
  };
  for (const auto& [key, value] : wanted) {
    CAPTURE(key);
    REQUIRE(service.contains(key));
    CHECK(service.at(key) == value);
  }
  const auto timer = unit(installed.prefix / "lib/systemd/system/khobao-update.timer");
  CHECK(timer.at("Timer.OnCalendar") == "*-*-* 02:30:00");
  CHECK(timer.at("Timer.Persistent") == "true");
  CHECK(timer.at("Install.WantedBy") == "timers.target");
  CHECK(read_file(installed.prefix / "lib/sysusers.d/khobao.conf").find("\nu khobao - ") !=
        std::string::npos);
}

TEST_CASE("scheduling: Xapian's servers serve this machine alone, and can write nothing") {
  const Installed installed;
  const std::string folder = installed.prefix / "lib/systemd/system/";
  for (const char* const name : {"khobao-shard@", "khobao-replicate-server"}) {
    CAPTURE(name);
    const auto service = unit(folder + name + ".service");
    const std::map<std::string, std::string> wanted = {
        {"Service.DynamicUser", "yes"},
        {"Service.ProtectSystem", "strict"},
        {"Service.InaccessiblePaths", "-/var/lib/khobao/archive"},
        {"Service.IPAddressDeny", "any"},
        {"Service.RestrictAddressFamilies", "AF_INET AF_INET6"},
        {"Service.NoNewPrivileges", "yes"},
        {"Service.CapabilityBoundingSet", ""},
    };
    for (const auto& [key, value] : wanted) {
      CAPTURE(key);
      REQUIRE(service.contains(key));
      CHECK(service.at(key) == value);
    }
    CHECK(service.at("Service.Environment").find("KHOBAO_INTERFACE=127.0.0.1") == 0);
    CHECK(service.at("Service.ExecStart").find("--interface") != std::string::npos);
    CHECK(service.at("Service.ExecStart").find("--writable") == std::string::npos);
    CHECK(read_file(folder + name + ".service").find("NO AUTHENTICATION") != std::string::npos);
  }
  const auto publishing = unit(folder + "khobao-publish.service");
  CHECK(publishing.at("Service.ExecStart") == (installed.prefix / "bin/indexer") +
                                                  " publish --db /var/lib/khobao/archive --into "
                                                  "/var/lib/khobao/published");
  CHECK(publishing.at("Service.PrivateNetwork") == "yes");
  CHECK(unit(folder + "khobao-publish.path").at("Path.PathChanged") ==
        "/var/lib/khobao/archive/current");
}

TEST_CASE("scheduling: the cron line has five times, a user, and the installed program") {
  const Installed installed;
  std::istringstream in(read_file(installed.prefix / "share/khobao/khobao.cron"));
  std::string line, entry;
  while (std::getline(in, line)) {
    if (line.empty() || line[0] == '#') continue;
    CHECK(entry.empty());
    entry = line;
  }
  CHECK(entry == "30 2 * * *  khobao  [ -d /run/systemd/system ] || nice " +
                     (installed.prefix / "bin/indexer") +
                     " update --quiet --db /var/lib/khobao/archive");
  // '%' would be a line end to cron.
  CHECK(entry.find('%') == std::string::npos);
}

TEST_CASE("scheduling: a run that finds another one at work leaves with 75 and changes nothing") {
  const Archive archive({{.id = "cau", .date = "", .title = "Cầu Bến Lội", .body = "Cầu mới."}});
  const std::string before = read_file(archive.db() + "/current");
  const int lock = open((archive.db() + "/writer.lock").c_str(), O_RDWR | O_CLOEXEC);
  REQUIRE(lock >= 0);
  REQUIRE(flock(lock, LOCK_EX | LOCK_NB) == 0);
  const CliResult run = archive.update({});
  close(lock);
  CHECK(run.code == 75);
  CHECK(run.err.starts_with("indexer: error: "));
  CHECK(read_file(archive.db() + "/current") == before);
  CHECK(archive.update({}).code == 0);
}
