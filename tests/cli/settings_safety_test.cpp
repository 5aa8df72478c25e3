// Settings (folders, names, corrections) change with the pointer and are missed where they vanish.
#include <doctest/doctest.h>

#include <filesystem>

#include "tests/support/archive.h"
#include "tests/support/known_articles.h"

using namespace khobao;
using namespace khobao::test;
namespace fs = std::filesystem;

TEST_CASE("settings safety: settings change with the pointer, or not at all") {
  const Archive archive(known_articles());
  archive.write("bao/tin.txt", "Tin cũ\n\nCầu do Nhóm Mái Lá Thử xây.\n");
  archive.write("names.tsv", "Nhóm Mái Lá Thử\tNMLT\n");
  archive.write("corrections.jsonl",
                R"({"id": "bao/tin.txt", "field": "title", "value": "Tựa khác"})");
  REQUIRE(archive.update({"bao"}).code == 0);
  const auto state = [&] {
    return archive.search({"--show", "bao/tin.txt"}).out +
           archive.search({"--count", "--org", "NMLT"}).out;
  };
  const std::string before = state();
  fs::rename(archive.folder() + "/bao", archive.folder() + "/gone");
  SUBCASE("a run that stops takes no new ones") {
    const CliResult stopped =
        archive.update({"--names", "names.tsv", "--corrections", "corrections.jsonl"});
    CHECK(stopped.code == 4);
    CHECK(stopped.err.find("nothing was changed") != std::string::npos);
    fs::rename(archive.folder() + "/gone", archive.folder() + "/bao");
    CHECK(archive.update({}).code == 0);
    CHECK(state() == before);
  }
  SUBCASE("a run that stops forgets none") {
    fs::rename(archive.folder() + "/gone", archive.folder() + "/bao");
    REQUIRE(archive.update({"--names", "names.tsv", "--corrections", "corrections.jsonl"}).code ==
            0);
    const std::string set = state();
    CHECK(set != before);
    fs::rename(archive.folder() + "/bao", archive.folder() + "/gone");
    CHECK(archive.update({"--names", ""}).code == 4);
    fs::rename(archive.folder() + "/gone", archive.folder() + "/bao");
    CHECK(archive.update({}).code == 0);
    CHECK(state() == set);
  }
}

TEST_CASE("settings safety: settings that vanish are missed") {
  const Archive archive(known_articles());
  archive.write("bao/tin.txt", "Tin cũ\n\nCầu do Nhóm Mái Lá Thử xây.\n");
  archive.write("names.tsv", "Nhóm Mái Lá Thử\tNMLT\n");
  archive.write("corrections.jsonl",
                R"({"id": "bao/tin.txt", "field": "title", "value": "Tựa khác"})");
  REQUIRE(
      archive.update({"bao", "--names", "names.tsv", "--corrections", "corrections.jsonl"}).code ==
      0);
  const std::string generation = archive.live_generation();
  for (const std::string name : {"roots.json", "names.tsv", "corrections.jsonl"}) {
    CAPTURE(name);
    const std::string path = generation + "/" + name, bytes = read_file(path);
    fs::remove(path);
    const CliResult verify = archive.indexer("verify");
    CHECK(verify.code == 3);
    CHECK(verify.err.find(name + "' is missing\nhint: ") != std::string::npos);
    const CliResult update = archive.update({"bao"});
    CHECK(update.code == 3);
    CHECK(update.err.find(name + "' is missing\nhint: ") != std::string::npos);
    CHECK(archive.indexer("recover").code == 3);
    write_file(path, bytes);
  }
  CHECK(archive.indexer("verify").code == 0);
  fs::remove(generation + "/names.tsv");
  fs::remove(generation + "/corrections.jsonl");
  const CliResult given =
      archive.update({"--names", "names.tsv", "--corrections", "corrections.jsonl"});
  CHECK(given.code == 0);
  CHECK(given.err ==
        "indexer: the corrections that the archive remembered are lost: those given now hold "
        "alone\n");
  CHECK(archive.search({"--show", "bao/tin.txt"}).out.find("Tựa khác") != std::string::npos);
  CHECK(archive.search({"--count", "--org", "NMLT"}).out == "1\n");
  CHECK(archive.indexer("verify", {"--full"}).code == 0);
}
