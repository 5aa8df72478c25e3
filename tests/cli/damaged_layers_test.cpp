// Layers that are damaged: never carried on under fresh checksums, read again from their sources.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

#include "tests/support/archive.h"
#include "tests/support/kept_folder.h"
#include "tests/support/known_articles.h"

using namespace khobao;
using namespace khobao::test;
namespace fs = std::filesystem;

TEST_CASE("damaged layers: damage is not carried on under fresh checksums") {
  const Archive archive(known_articles());
  archive.write("more.txt", "Tin\n\nThêm một bài về cầu.\n");
  const std::string path = archive.only_layer() + "/index/docdata.glass";
  const std::string other = archive.only_layer() + "/index/postlist.glass";
  const std::string streams = archive.only_layer() + "/streams";
  for (const std::string& damaged : {path, other, streams}) {
    if (!fs::exists(damaged)) continue;
    const std::string bytes = read_file(damaged);
    std::string flipped = bytes;
    flipped[bytes.size() / 2] = static_cast<char>(flipped[bytes.size() / 2] ^ 4);
    write_file(damaged, flipped);
    const std::string before = listing(archive.db());
    const CliResult update = archive.update({"more.txt"});
    CHECK(update.code == 3);
    CHECK(update.err.find("in layer-000001: '" +
                          fs::relative(damaged, archive.only_layer()).string() +
                          "' is not what was written") != std::string::npos);
    CHECK(listing(archive.db()) == before);
    write_file(damaged, bytes);
  }
  CHECK(archive.update({"more.txt"}).code == 0);
}

TEST_CASE("damaged layers: articles of a damaged layer are read again, and the lost ones named") {
  const Archive archive(known_articles());
  REQUIRE(archive.update({"-"}, "{\"id\":\"một-lần\",\"body\":\"Cầu mới.\"}\n").code == 0);
  archive.write("bao/tin.txt", "Tin\n\nThêm một bài về cầu.\n");
  REQUIRE(archive.update({"bao"}).code == 0);
  const std::vector<std::string> ids = archive.ids();
  const auto damage = [&](const std::string& layer) {
    const std::string path = archive.db() + "/" + layer + "/index/postlist.glass";
    std::string bytes = read_file(path);
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    write_file(path, bytes);
  };
  std::vector<std::string> layers;
  for (const auto& entry : fs::directory_iterator(archive.db())) {
    if (entry.path().filename().string().starts_with("layer-"))
      layers.push_back(entry.path().filename());
  }
  std::sort(layers.begin(), layers.end());
  SUBCASE("all that the sources hold comes back") {
    damage(layers.front());
    if (layers.size() > 1) damage(layers.back());
    CHECK(archive.indexer("verify").code == 3);
    const CliResult repaired = archive.update({"--reread"});
    CHECK(archive.indexer("verify", {"--full"}).code == 0);
    std::vector<std::string> without = ids;
    if (repaired.code == 1) {
      CHECK(repaired.err.find("indexer: lost 'một-lần' from '-:1'\n") != std::string::npos);
      std::erase(without, "một-lần");
    }
    CHECK(archive.ids() == without);
    CHECK(archive.update({}).code == 0);
    CHECK(archive.ids() == without);
  }
  SUBCASE("sources that are not there keep what was") {
    damage(layers.back());
    const std::string pointer = read_file(archive.db() + "/current");
    fs::rename(archive.folder() + "/bao", archive.folder() + "/gone");
    fs::rename(archive.folder() + "/articles.jsonl", archive.folder() + "/gone.jsonl");
    CHECK(archive.update({"--reread"}).code == 4);
    CHECK(read_file(archive.db() + "/current") == pointer);
  }
  SUBCASE("nothing is damaged") {
    const CliResult repaired = archive.update({"--reread"});
    CHECK(repaired.code == 0);
    CHECK(repaired.err == "indexer: no layer is damaged\n");
    CHECK(archive.ids() == ids);
  }
}

TEST_CASE("damaged layers: a damaged stream of words is never an article without them") {
  const Archive archive(known_articles());
  const std::string path = archive.only_layer() + "/streams";
  const std::string whole = read_file(path);
  const CliResult want = archive.search({"--count", "\"bến lội\""});
  REQUIRE(want.code == 0);
  size_t refused = 0;
  for (size_t at = 8; at + 8 < whole.size(); at += whole.size() / 40) {
    std::string damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 1);
    write_file(path, damaged);
    CAPTURE(at);
    const CliResult found = archive.search({"--count", "\"bến lội\""});
    refused += found.code == 3;
    if (found.code != 3) {
      CHECK(found.out == want.out);
      continue;
    }
    CHECK(found.err.find("is damaged: ") != std::string::npos);
    CHECK(found.err.find("layer-000001") != std::string::npos);
    CHECK(archive.indexer("verify").code == 3);
  }
  CHECK(refused > 0);
  for (const size_t size : {size_t{0}, size_t{8}, whole.size() / 2, whole.size() - 8}) {
    write_file(path, whole.substr(0, size));
    CHECK(archive.search({"cầu"}).code == 3);
  }
  fs::remove(path);
  CHECK(archive.search({"cầu"}).code == 3);
  write_file(path, whole);
  CHECK(archive.search({"--count", "\"bến lội\""}).out == want.out);
}
