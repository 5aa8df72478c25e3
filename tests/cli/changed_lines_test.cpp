// JSON Lines brought up to date: a record is known by its id and its content, in whatever line and
// file it stands.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

#include "tests/support/update_checks.h"

using namespace khobao::test;
namespace fs = std::filesystem;

namespace {

// "a articles.jsonl:1, b articles.jsonl:2": ids and paths of all articles, by id.
std::string places(const Archive& archive) {
  auto hits = archive.answer({"--facets", "date", "--limit", "100"}).hits;
  std::sort(hits.begin(), hits.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
  std::string out;
  for (const auto& hit : hits) {
    const size_t file = hit.path.rfind('/');
    out += (out.empty() ? "" : ", ") + hit.id + " " +
           hit.path.substr(file == std::string::npos ? 0 : file + 1);
  }
  return out;
}

}  // namespace

TEST_CASE("changed lines: JSON Lines are compared record by record") {
  const Archive archive({article("a", "lúa"), article("b", "ngô"), article("c", "khoai")});
  archive.write("articles.jsonl",
                json_lines({article("a", "lúa"), article("b", "sắn"), article("d", "đậu")}));
  CHECK(counts(archive.update({})) ==
        "added 1, changed 1, moved 0, deleted 1, unchanged 1, skipped 0");
  CHECK(listed(archive.ids()) == "a b d");
  CHECK(archive.answer({"ngô"}).total == 0);
  CHECK(archive.answer({"sắn"}).total == 1);
}

TEST_CASE("changed lines: a record of JSON Lines is the same in whatever line it stands") {
  const std::vector<TestArticle> before = {article("a", "lúa"), article("b", "ngô"),
                                           article("c", "khoai"), article("d", "đậu")};
  struct Case {
    const char* name;
    std::vector<TestArticle> lines;
    const char* counts;
    const char* places;
  };
  const Case cases[] = {
      {"one is taken out of the middle",
       {before[0], before[2], before[3]},
       "added 0, changed 0, moved 0, deleted 1, unchanged 3, skipped 0",
       "a articles.jsonl:1, c articles.jsonl:2, d articles.jsonl:3"},
      {"one is put in front",
       {article("n", "sắn"), before[0], before[1], before[2], before[3]},
       "added 1, changed 0, moved 0, deleted 0, unchanged 4, skipped 0",
       "a articles.jsonl:2, b articles.jsonl:3, c articles.jsonl:4, d articles.jsonl:5, "
       "n articles.jsonl:1"},
      {"all are turned round",
       {before[3], before[2], before[1], before[0]},
       "added 0, changed 0, moved 0, deleted 0, unchanged 4, skipped 0",
       "a articles.jsonl:4, b articles.jsonl:3, c articles.jsonl:2, d articles.jsonl:1"},
      {"one changes, and moves",
       {article("c", "khoai lang"), before[0], before[1], before[3]},
       "added 0, changed 1, moved 0, deleted 0, unchanged 3, skipped 0",
       "a articles.jsonl:2, b articles.jsonl:3, c articles.jsonl:1, d articles.jsonl:4"}};
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const Archive archive(before);
    archive.write("articles.jsonl", json_lines(c.lines));
    CHECK(counts(archive.update({})) == c.counts);
    CHECK(places(archive) == c.places);
    CHECK(archive.indexer("verify", {"--full"}).code == 0);
    archive.write("articles.jsonl", json_lines(before));
    REQUIRE(archive.update({}).code == 0);
    CHECK(places(archive) ==
          "a articles.jsonl:1, b articles.jsonl:2, c articles.jsonl:3, d articles.jsonl:4");
    CHECK(archive.indexer("verify", {"--full"}).code == 0);
  }
}

TEST_CASE(
    "reindexing: records that come in another file are moved, and standard input is compared") {
  const std::vector<TestArticle> records = {article("a", "lúa"), article("b", "ngô")};
  const Archive archive;
  archive.write("bao/tin.jsonl", json_lines(records));
  REQUIRE(archive.update({"bao"}).code == 0);
  fs::rename(archive.folder() + "/bao/tin.jsonl", archive.folder() + "/bao/2020.jsonl");
  CHECK(counts(archive.update({})) ==
        "added 0, changed 0, moved 2, deleted 0, unchanged 0, skipped 0");
  CHECK(places(archive) == "a 2020.jsonl:1, b 2020.jsonl:2");

  const std::string more = json_lines({article("c", "khoai"), article("d", "đậu")});
  REQUIRE(archive.update({"-"}, more).code == 0);
  CHECK(counts(archive.update({"-"}, json_lines({article("e", "sắn")}) + more)) ==
        "added 1, changed 0, moved 0, deleted 0, unchanged 4, skipped 0");
}

TEST_CASE("changed lines: a record without an id is known by its content") {
  const std::vector<TestArticle> before = {article("", "lúa"), article("", "ngô"),
                                           article("", "khoai")};
  const Archive archive(before);
  const std::vector<std::string> ids = archive.ids();
  CHECK(ids.size() == 3);
  for (const std::string& id : ids) CHECK(id.find("/articles.jsonl#") != std::string::npos);
  archive.write("articles.jsonl", json_lines({before[2], before[0]}));
  CHECK(counts(archive.update({})) ==
        "added 0, changed 0, moved 0, deleted 1, unchanged 2, skipped 0");
  CHECK(archive.answer({"khoai"}).hits.at(0).path.ends_with("articles.jsonl:1"));
  CHECK(archive.answer({"lúa"}).hits.at(0).path.ends_with("articles.jsonl:2"));
  CHECK(archive.answer({"ngô"}).total == 0);

  archive.write("articles.jsonl", json_lines({before[2], before[0], before[2]}));
  const CliResult twice = archive.update({});
  CHECK(twice.code == 1);
  CHECK(twice.err.find("articles.jsonl:3': its id '") != std::string::npos);
  CHECK(twice.err.find("articles.jsonl:1' already\n") != std::string::npos);
}

TEST_CASE("changed lines: of a record that only --add keeps, no line is claimed") {
  const Archive archive({article("a", "lúa"), article("b", "ngô"), article("c", "khoai")});
  archive.write("articles.jsonl", json_lines({article("c", "khoai")}));
  REQUIRE(archive.update({"--add"}).code == 0);
  CHECK(places(archive) == "a articles.jsonl, b articles.jsonl, c articles.jsonl:1");
  archive.write("articles.jsonl", json_lines({article("b", "ngô"), article("c", "khoai")}));
  REQUIRE(archive.update({"--add"}).code == 0);
  CHECK(places(archive) == "a articles.jsonl, b articles.jsonl:1, c articles.jsonl:2");
}
