// Xapian's clients behind a proxy that takes its time, breaks off or falls silent: what tests of
// searches from elsewhere stand on. The articles are invented.
#include <doctest/doctest.h>
#include <xapian.h>

#include <chrono>
#include <filesystem>

#include "common/archive/publication/publication_tables.h"
#include "tests/support/archive.h"
#include "tests/support/known_articles.h"
#include "tests/support/server_process.h"

using namespace khobao;
using namespace khobao::test;

namespace {

using Clock = std::chrono::steady_clock;
constexpr unsigned kTimeoutMs = 1500;

std::string proxy_script() {
  return std::filesystem::path(KHOBAO_TEST_DATA).parent_path() / "remote/slow_proxy.py";
}

struct Served {
  explicit Served(const std::vector<std::string>& options)
      : archive(known_articles()),
        published(archive.indexer("publish", {"--into", archive.folder() + "/published"})),
        port(free_port()),
        server("/usr/bin/xapian-tcpsrv",
               {"--quiet", "--interface", "127.0.0.1", "--port", std::to_string(port),
                archive.folder() + "/published/live/shard-01"},
               port),
        far_port(free_port()),
        proxy("/usr/bin/python3", arguments(options), far_port) {}

  std::vector<std::string> arguments(const std::vector<std::string>& options) const {
    std::vector<std::string> all{proxy_script(), "--to", std::to_string(port), "--listen",
                                 std::to_string(far_port)};
    all.insert(all.end(), options.begin(), options.end());
    return all;
  }

  Archive archive;
  CliResult published;
  unsigned port;
  ServerProcess server;
  unsigned far_port;
  ServerProcess proxy;
};

std::string statistics_over(unsigned port) {
  const Xapian::Database shard = Xapian::Remote::open("127.0.0.1", port, kTimeoutMs, kTimeoutMs);
  const auto header = archive::read_publication_header(shard, "shard");
  const auto table = header ? archive::read_published_table(shard, *header, "statistics", "shard")
                            : Result<std::string>(header.error());
  return table ? *table : std::string(table.error().message);
}

}  // namespace

TEST_CASE("slow proxy: what is far away is the same, and comes later") {
  if (!can_serve()) return;
  const Served served({"--delay-ms", "40"});
  REQUIRE(served.published.code == 0);
  const auto near = Clock::now();
  const std::string whole = statistics_over(served.port);
  const auto far = Clock::now();
  CHECK((statistics_over(served.far_port) == whole));
  CHECK(whole.starts_with("KBST"));
  // Its greeting comes one way; the header and the table are a turn each.
  const auto took =
      std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - far).count();
  CHECK(took >= 40 / 2 + 2 * 40);
  CHECK(far - near < Clock::now() - far);
}

TEST_CASE("slow proxy: a connection that breaks off or falls silent is an error in time") {
  if (!can_serve()) return;
  for (const char* fault : {"--cut-after", "--hang-after"}) {
    CAPTURE(fault);
    const Served served({fault, "1000"});
    REQUIRE(served.published.code == 0);
    const auto begin = Clock::now();
    CHECK_THROWS_AS(statistics_over(served.far_port), Xapian::NetworkError);
    CHECK(Clock::now() - begin < std::chrono::milliseconds(10 * kTimeoutMs));
  }
}
