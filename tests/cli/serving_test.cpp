// Xapian's own servers serve publications while new ones are made: who is connected keeps what was
// opened, who comes finds the new one, and nobody meets an error. The articles are invented.
#include <doctest/doctest.h>
#include <xapian.h>

#include <atomic>
#include <filesystem>
#include <set>
#include <thread>

#include "common/archive/publication/carried_article.h"
#include "common/archive/publication/publication_tables.h"
#include "tests/support/archive.h"
#include "tests/support/served_shards.h"
#include "tests/support/server_process.h"

using namespace khobao;
using namespace khobao::test;

namespace {

constexpr size_t kShards = 3;
constexpr unsigned kTimeoutMs = 60'000;

struct Shards {
  explicit Shards(const std::vector<unsigned>& ports) {
    for (const unsigned port : ports) {
      parts.push_back(Xapian::Remote::open("127.0.0.1", port, kTimeoutMs, kTimeoutMs));
      headers.push_back(*archive::read_publication_header(parts.back(), "shard"));
      all.add_database(parts.back());
    }
  }

  bool of_one_publication() const {
    for (const auto& header : headers) {
      if (header.publication != headers[0].publication) return false;
    }
    return true;
  }

  std::vector<Xapian::Database> parts;
  std::vector<archive::PublicationHeader> headers;
  Xapian::Database all;
};

// The ids of all articles, as they come with the hits.
std::set<std::string> found_ids(const Shards& shards) {
  Xapian::Enquire enquire(shards.all);
  enquire.set_query(Xapian::Query("lúa"));
  enquire.set_sort_by_relevance_then_value(archive::kCarriedSlot, false);
  const Xapian::MSet hits = enquire.get_mset(0, 10'000);
  std::set<std::string> ids;
  for (auto hit = hits.begin(); hit != hits.end(); ++hit) {
    const std::string bytes = hit.get_sort_key();
    const auto carried = archive::read_carried(bytes);
    if (!carried) throw std::runtime_error(carried.error().message);
    ids.insert(std::string(carried->id()));
  }
  return ids;
}

}  // namespace

TEST_CASE("serving: shards are republished under load, and every answer is of one publication") {
  if (!can_serve()) return;
  const Archive archive(numbered_articles(0, 60));
  const std::string into = archive.folder() + "/published";
  const auto publish = [&] {
    const CliResult run =
        archive.indexer("publish", {"--into", into, "--shards", std::to_string(kShards)});
    CHECK(run.err == "");
    CHECK(run.code == 0);
  };
  publish();
  std::vector<std::unique_ptr<ServerProcess>> servers;
  std::vector<unsigned> ports;
  for (size_t k = 0; k < kShards; ++k) {
    ports.push_back(free_port());
    servers.push_back(std::make_unique<ServerProcess>(
        "/usr/bin/xapian-tcpsrv",
        std::vector<std::string>{"--quiet", "--interface", "127.0.0.1", "--port",
                                 std::to_string(ports[k]),
                                 into + "/live/shard-0" + std::to_string(k + 1)},
        ports[k]));
  }
  const Shards kept(ports);
  const std::set<std::string> first = found_ids(kept);
  CHECK(first.size() == 60);

  std::atomic<bool> done = false;
  std::atomic<size_t> answers = 0, mixed = 0;
  std::vector<std::string> errors;
  std::set<std::string> publications;
  std::thread client([&] {
    while (!done) {
      try {
        const Shards shards(ports);
        if (!shards.of_one_publication()) {  // opened while the link moved: once more
          ++mixed;
          continue;
        }
        const auto ids = found_ids(shards);
        if (ids.size() != shards.headers[0].articles)
          errors.push_back(std::to_string(ids.size()) + " articles of " +
                           std::to_string(shards.headers[0].articles));
        publications.insert(shards.headers[0].publication);
        ++answers;
      } catch (const Xapian::Error& error) {
        errors.push_back(error.get_description());
      } catch (const std::exception& error) {
        errors.push_back(error.what());
      }
    }
  });
  size_t held = 60;
  for (int step = 0; step < 5; ++step, held += 5) {
    archive.write("more-" + std::to_string(step) + ".jsonl", json_lines(numbered_articles(held, held + 5)));
    CHECK(archive.update({"more-" + std::to_string(step) + ".jsonl"}).code == 0);
    publish();
    CHECK((found_ids(kept) == first));  // also when its files are gone
  }
  const size_t by_now = answers;
  while (answers < by_now + 3 && errors.empty())
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  done = true;
  client.join();
  for (const std::string& error : errors) FAIL_CHECK(error);
  CHECK(answers > 5);
  CHECK(publications.size() > 1);
  MESSAGE(answers.load() << " answers of " << publications.size() << " publications, "
                         << mixed.load() << " opened while the link moved");
  CHECK(found_ids(Shards(ports)).size() == held);
}

TEST_CASE("serving: replicas follow publications") {
  if (!can_serve()) return;
  const Archive archive(numbered_articles(0, 120));
  const std::string into = archive.folder() + "/published", copy = archive.folder() + "/replica";
  REQUIRE(archive.indexer("publish", {"--into", into}).code == 0);
  const unsigned port = free_port();
  const ServerProcess server(
      "/usr/bin/xapian-replicate-server",
      {"--interface=127.0.0.1", "--port=" + std::to_string(port), into + "/live"}, port);
  const auto replicate = [&] {
    const CliResult run =
        run_program("/usr/bin/xapian-replicate",
                    {"--host=127.0.0.1", "--port=" + std::to_string(port), "--master=shard-01",
                     "--one-shot", "--verbose", "--reader-time=0", copy},
                    {.input = {}, .folder = archive.folder(), .environment = {}});
    CHECK(run.code == 0);
    return run.out;
  };
  const auto articles_of_copy = [&] { return Xapian::Database(copy).get_doccount(); };
  replicate();
  CHECK(articles_of_copy() == 120);
  for (size_t held = 120; held < 135; held += 5) {
    archive.write("more.jsonl", json_lines(numbered_articles(120, held + 5)));
    REQUIRE(archive.update({"more.jsonl"}).code == 0);
    REQUIRE(archive.indexer("publish", {"--into", into}).code == 0);
    CHECK(replicate().find("0 copies, 1 changesets") != std::string::npos);
    CHECK(articles_of_copy() == held + 5);
    const auto header = archive::read_publication_header(Xapian::Database(copy), "replica");
    REQUIRE(header);
    CHECK(header->articles == held + 5);
  }
}

TEST_CASE("serving: a stub file that names a server is told to be nothing to search yet") {
  if (!can_serve()) return;
  const Archive archive(numbered_articles(0, 10));
  REQUIRE(archive.indexer("publish", {"--into", archive.folder() + "/published"}).code == 0);
  const unsigned port = free_port();
  const ServerProcess server(
      "/usr/bin/xapian-tcpsrv",
      {"--quiet", "--interface", "127.0.0.1", "--port", std::to_string(port),
       archive.folder() + "/published/live/shard-01"},
      port);
  archive.write("far/shard-01/XAPIANDB", "remote 127.0.0.1:" + std::to_string(port) + "\n");
  const CliResult run =
      run_program(KHOBAO_TEST_SEARCHER, {"--db", "far", "lúa"},
                  {.input = {}, .folder = archive.folder(), .environment = {}});
  CHECK(run.code == 2);
  CHECK(run.err.find("'far/shard-01' is at a server") != std::string::npos);
}
