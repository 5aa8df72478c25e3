// "indexer update", run again and again: what counts as new, changed, moved and deleted, and what
// is never deleted.
#include <doctest/doctest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "tests/support/archive.h"

using namespace khobao::test;
namespace fs = std::filesystem;

namespace {

TestArticle article(const std::string& id, const std::string& word) {
  return {.id = id,
          .date = "2020-07-02",
          .title = "Tin " + word + " ở xã Đồng Mây",
          .body = "Sáng 2/7, bà con xã Đồng Mây bàn về " + word + " bên sông Kon."};
}

// bao/0.txt … bao/<count - 1>.txt
void write_texts(const Archive& archive, size_t count, const std::string& root = "bao") {
  for (size_t i = 0; i < count; ++i)
    archive.write(root + "/" + std::to_string(i) + ".txt",
                  plain_text(article("", "chuyện" + std::to_string(i))));
}

std::string counts(const CliResult& run) { return run.out.substr(0, run.out.find(", in ")); }

}  // namespace

TEST_CASE("reindexing: the summary says what was added, changed, moved and deleted") {
  const Archive archive;
  write_texts(archive, 6);
  REQUIRE(archive.update({"bao"}).code == 0);
  archive.write("bao/6.txt", plain_text(article("", "cầu")));
  archive.write("bao/1.txt", plain_text(article("", "lúa")));
  fs::rename(archive.folder() + "/bao/2.txt", archive.folder() + "/bao/hai.txt");
  fs::remove(archive.folder() + "/bao/3.txt");
  const std::string want = "added 1, changed 1, moved 1, deleted 1, unchanged 3, skipped 0";

  const CliResult dry = archive.update({"--dry-run", "bao"});
  CHECK(dry.code == 0);
  CHECK(counts(dry) == "dry run, nothing written: " + want);
  CHECK(archive.answer({"cầu"}).total == 0);
  CHECK(archive.answer({"--facets", "date"}).generation == "generation-000001");

  const CliResult run = archive.update({"--format", "json", "bao"});
  CHECK(run.code == 0);
  const auto summary = nlohmann::json::parse(run.out);
  CHECK(summary["added"] == 1);
  CHECK(summary["changed"] == 1);
  CHECK(summary["moved"] == 1);
  CHECK(summary["deleted"] == 1);
  CHECK(summary["unchanged"] == 3);
  CHECK(summary["skipped"].empty());
  CHECK(summary["articles"] == 6);
  CHECK(summary["undated"] == 0);
  CHECK(summary["generation"] == "generation-000002");
  CHECK(summary["seconds"].is_number());
  CHECK(listed(archive.ids()) == "bao/0.txt bao/1.txt bao/4.txt bao/5.txt bao/6.txt bao/hai.txt");
  CHECK(archive.answer({"lúa"}).total == 1);
  CHECK(archive.indexer("verify", {"--full"}).code == 0);

  const CliResult again = archive.update({});
  CHECK(counts(again) == "added 0, changed 0, moved 0, deleted 0, unchanged 6, skipped 0");
  CHECK(archive.answer({"--facets", "date"}).generation == "generation-000002");
  CHECK(archive.update({"--quiet", "bao"}).out == "");
}

TEST_CASE("reindexing: a file of the same size is read again where it may have changed unseen") {
  const Archive archive;
  archive.write("bao/tin.txt", plain_text(article("", "lúa")));
  REQUIRE(archive.update({"bao"}).code == 0);
  archive.write("bao/tin.txt", plain_text(article("", "cáu")));  // within the same second
  CHECK(counts(archive.update({"bao"})).starts_with("added 0, changed 1,"));
  CHECK(archive.answer({"cáu"}).total == 1);
}

TEST_CASE("reindexing: another time with the same bytes is no change") {
  const Archive archive;
  write_texts(archive, 2);
  REQUIRE(archive.update({"bao"}).code == 0);
  fs::last_write_time(archive.folder() + "/bao/0.txt",
                      fs::file_time_type::clock::now() - std::chrono::hours(5));
  CHECK(counts(archive.update({})) ==
        "added 0, changed 0, moved 0, deleted 0, unchanged 2, skipped 0");
  CHECK(archive.answer({"--facets", "date"}).generation == "generation-000001");
}

TEST_CASE("reindexing: JSON Lines are compared record by record") {
  const Archive archive({article("a", "lúa"), article("b", "ngô"), article("c", "khoai")});
  archive.write("articles.jsonl",
                json_lines({article("a", "lúa"), article("b", "sắn"), article("d", "đậu")}));
  CHECK(counts(archive.update({})) ==
        "added 1, changed 1, moved 0, deleted 1, unchanged 1, skipped 0");
  CHECK(listed(archive.ids()) == "a b d");
  CHECK(archive.answer({"ngô"}).total == 0);
  CHECK(archive.answer({"sắn"}).total == 1);
}

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

TEST_CASE("reindexing: a record of JSON Lines is the same in whatever line it stands") {
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

TEST_CASE("reindexing: a record without an id is known by its content") {
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

TEST_CASE("reindexing: of a record that only --add keeps, no line is claimed") {
  const Archive archive({article("a", "lúa"), article("b", "ngô"), article("c", "khoai")});
  archive.write("articles.jsonl", json_lines({article("c", "khoai")}));
  REQUIRE(archive.update({"--add"}).code == 0);
  CHECK(places(archive) == "a articles.jsonl, b articles.jsonl, c articles.jsonl:1");
  archive.write("articles.jsonl", json_lines({article("b", "ngô"), article("c", "khoai")}));
  REQUIRE(archive.update({"--add"}).code == 0);
  CHECK(places(archive) == "a articles.jsonl, b articles.jsonl:1, c articles.jsonl:2");
}

TEST_CASE("reindexing: only named roots lose articles") {
  const Archive archive;
  write_texts(archive, 2, "a");
  write_texts(archive, 2, "b");
  REQUIRE(archive.update({"a", "b"}).code == 0);
  fs::remove(archive.folder() + "/a/0.txt");
  fs::remove(archive.folder() + "/b/0.txt");
  CHECK(counts(archive.update({"a"})) ==
        "added 0, changed 0, moved 0, deleted 1, unchanged 3, skipped 0");
  CHECK(listed(archive.ids()) == "a/1.txt b/0.txt b/1.txt");
  CHECK(counts(archive.update({})) ==
        "added 0, changed 0, moved 0, deleted 1, unchanged 2, skipped 0");
}

TEST_CASE("reindexing: standard input and --add never delete") {
  const Archive archive;
  write_texts(archive, 2);
  REQUIRE(archive.update({"bao"}).code == 0);
  REQUIRE(archive.update({"-"}, json_lines({article("x", "lúa"), article("y", "ngô")})).code == 0);
  const CliResult input = archive.update({"-"}, json_lines({article("x", "sắn")}));
  CHECK(counts(input) == "added 0, changed 1, moved 0, deleted 0, unchanged 3, skipped 0");
  CHECK(listed(archive.ids()) == "bao/0.txt bao/1.txt x y");

  fs::remove(archive.folder() + "/bao/0.txt");
  archive.write("bao/2.txt", plain_text(article("", "khoai")));
  CHECK(counts(archive.update({"--add", "bao"})) ==
        "added 1, changed 0, moved 0, deleted 0, unchanged 4, skipped 0");
  CHECK(counts(archive.update({"bao"})) ==
        "added 0, changed 0, moved 0, deleted 1, unchanged 4, skipped 0");
  CHECK(listed(archive.ids()) == "bao/1.txt bao/2.txt x y");

  SUBCASE("records that --add keeps go with the next run that may delete") {
    archive.write("tin.jsonl", json_lines({article("p", "mía"), article("q", "bông")}));
    REQUIRE(archive.update({"tin.jsonl"}).code == 0);
    archive.write("tin.jsonl", json_lines({article("q", "bông")}));
    REQUIRE(archive.update({"--add", "tin.jsonl"}).code == 0);
    CHECK(archive.ids().size() == 6);
    archive.write("tin.jsonl", json_lines({article("q", "bông")}) + "\n");
    REQUIRE(archive.update({"tin.jsonl"}).code == 0);
    CHECK(archive.ids().size() == 5);
  }
}

TEST_CASE("reindexing: a root that would lose too much stops the run, with nothing changed") {
  const Archive archive;
  write_texts(archive, 150);
  REQUIRE(archive.update({"bao"}).code == 0);
  const auto check_stopped = [&](const std::string& message) {
    const CliResult stopped = archive.update({});
    CHECK(stopped.code == 4);
    CHECK(stopped.out == "");
    CHECK(stopped.err.find(message) != std::string::npos);
    CHECK(stopped.err.find("--allow-deletions") != std::string::npos);
    CHECK(archive.ids().size() == 150);
    CHECK(archive.answer({"--facets", "date"}).generation == "generation-000001");
  };
  SUBCASE("missing") {
    fs::rename(archive.folder() + "/bao", archive.folder() + "/away");
    check_stopped("it is not there, and the archive has 150 articles from it");
    CHECK(archive.update({"--allow-deletions"}).code == 0);
    CHECK(archive.ids().empty());
  }
  SUBCASE("empty") {
    fs::rename(archive.folder() + "/bao", archive.folder() + "/away");
    fs::create_directory(archive.folder() + "/bao");
    check_stopped("it is empty, and the archive has 150 articles from it");
    CHECK(archive.update({"--allow-deletions"}).code == 0);
    CHECK(archive.ids().empty());
    fs::remove(archive.folder() + "/bao");
    fs::rename(archive.folder() + "/away", archive.folder() + "/bao");
    CHECK(archive.update({}).code == 0);
    CHECK(archive.ids().size() == 150);
  }
  SUBCASE("more than a hundred and a tenth") {
    for (int i = 0; i < 101; ++i)
      fs::remove(archive.folder() + "/bao/" + std::to_string(i) + ".txt");
    check_stopped("root 'bao' would lose 101 of its 150 articles");
    CHECK(archive.update({"--allow-deletions"}).code == 0);
    CHECK(archive.ids().size() == 49);
  }
  SUBCASE("a hundred are not too many") {
    for (int i = 0; i < 100; ++i)
      fs::remove(archive.folder() + "/bao/" + std::to_string(i) + ".txt");
    CHECK(archive.update({}).code == 0);
    CHECK(archive.ids().size() == 50);
  }
  SUBCASE("a folder that is moved within its root loses nothing") {
    fs::rename(archive.folder() + "/bao", archive.folder() + "/moved");
    fs::create_directory(archive.folder() + "/bao");
    fs::rename(archive.folder() + "/moved", archive.folder() + "/bao/2020");
    CHECK(counts(archive.update({})) ==
          "added 0, changed 0, moved 150, deleted 0, unchanged 0, skipped 0");
  }
}

TEST_CASE("reindexing: the same id from two inputs is an error naming both, every time") {
  const Archive archive;
  archive.write("bao/b.jsonl", json_lines({article("x", "ngô")}));
  REQUIRE(archive.update({"bao"}).code == 0);
  archive.write("bao/a.jsonl", json_lines({article("x", "lúa")}));
  for (int run = 0; run < 2; ++run) {
    const CliResult result = archive.update({"bao"});
    CHECK(result.code == 1);
    CHECK(result.err ==
          "indexer: skipped 'bao/b.jsonl:1': its id 'x' is that of 'bao/a.jsonl:1' already\n");
    CHECK(archive.answer({"lúa"}).total == 1);  // the first by name has it, as in a rebuild
    CHECK(archive.answer({"ngô"}).total == 0);
  }
  fs::remove(archive.folder() + "/bao/a.jsonl");
  const CliResult result = archive.update({"bao"});
  CHECK(result.code == 0);
  CHECK(counts(result) == "added 0, changed 1, moved 0, deleted 0, unchanged 0, skipped 0");
  CHECK(archive.answer({"ngô"}).total == 1);
  CHECK(archive.indexer("verify", {"--full"}).code == 0);
}

TEST_CASE("reindexing: what was skipped is said again, and read again when it changes") {
  const Archive archive;
  archive.write("bao/good.txt", plain_text(article("", "lúa")));
  archive.write("bao/bad.txt", std::string("Một bài\0\0\0viết", 16));
  const CliResult first = archive.update({"bao"});
  CHECK(first.code == 1);
  const CliResult second = archive.update({"bao"});
  CHECK(second.code == 1);
  CHECK(second.err == first.err);
  archive.write("bao/bad.txt", plain_text(article("", "ngô")));
  CHECK(archive.update({"bao"}).code == 0);
  CHECK(archive.ids().size() == 2);
}

TEST_CASE("reindexing: --received is remembered for its root, and another one reads it anew") {
  const Archive archive;
  archive.write("bao/tin.txt", "Tin về cầu\n\nSáng 2/7, bà con xã Đồng Mây bàn về cầu.\n");
  archive.write("khac/tin.txt", "Tin về lúa\n\nSáng 2/7, bà con xã Đồng Mây bàn về lúa.\n");
  REQUIRE(archive.update({"khac"}).code == 0);
  REQUIRE(archive.update({"--received", "2019-12-31", "bao"}).code == 0);
  const auto published = [&](const std::string& word) {
    return archive.answer({word}).hits.at(0).published.value_or("none");
  };
  CHECK(published("cầu") == "2019-07-02");
  archive.write("bao/khac.txt", "Tin về ngô\n\nSáng 3/7, bà con xã Đồng Mây bàn về ngô.\n");
  CHECK(counts(archive.update({})).starts_with("added 1, changed 0,"));
  CHECK(published("ngô") == "2019-07-03");
  CHECK(counts(archive.update({"--received", "2021-12-31", "bao"}))
            .starts_with("added 0, changed 2,"));
  CHECK(published("cầu") == "2021-07-02");
}

TEST_CASE("reindexing: status tells what there is, and how much of it is dead") {
  const Archive archive;
  write_texts(archive, 10);
  REQUIRE(archive.update({"bao"}).code == 0);
  fs::remove(archive.folder() + "/bao/0.txt");
  REQUIRE(archive.update({"bao"}).code == 0);
  const CliResult text = archive.indexer("status");
  CHECK(text.code == 0);
  CHECK(text.out.find("articles    9 (0 undated)\ndates       2020-07-02 to 2020-07-02\n") == 0);
  CHECK(text.out.find(" MB in 1 layer, 10.0 % of its articles deleted\n") != std::string::npos);
  const auto json = nlohmann::json::parse(archive.indexer("status", {"--format", "json"}).out);
  CHECK(json["articles"] == 9);
  CHECK(json["deleted"] == 1);
  CHECK(json["bloat"] == 0.1);
  CHECK(json["first_date"] == "2020-07-02");
  CHECK(json["layers"] == 1);
  CHECK(json["size_bytes"] > 10000);
  CHECK(json["roots"][0]["name"] == "bao");
}

TEST_CASE("reindexing: status tells when the last run was, also where it found nothing to do") {
  const Archive archive;
  write_texts(archive, 1);
  REQUIRE(archive.update({"bao"}).code == 0);
  const auto last_update = [&] {
    return nlohmann::json::parse(archive.indexer("status", {"--format", "json"}).out)["last_update"]
        .get<std::string>();
  };
  const auto set_back = [&] {
    fs::last_write_time(archive.db() + "/writer.lock",
                        fs::file_time_type::clock::now() - std::chrono::hours(24 * 400));
  };
  const std::string first = last_update();
  set_back();
  CHECK(last_update() < first);
  REQUIRE(archive.update({"--dry-run"}).code == 0);
  CHECK(last_update() < first);
  CHECK(archive.update({"nowhere"}).code == 4);
  CHECK(last_update() < first);
  REQUIRE(archive.update({}).code == 0);
  CHECK(last_update() >= first);
}

TEST_CASE("reindexing: many small updates leave few layers, and the dead are cleared away") {
  const Archive archive;
  write_texts(archive, 40);
  REQUIRE(archive.update({"bao"}).code == 0);
  for (int i = 0; i < 25; ++i) {
    archive.write("bao/" + std::to_string(i) + ".txt",
                  plain_text(article("", "mới" + std::to_string(i))));
    REQUIRE(archive.update({"--quiet", "bao"}).code == 0);
  }
  const auto json = nlohmann::json::parse(archive.indexer("status", {"--format", "json"}).out);
  CHECK(json["articles"] == 40);
  CHECK(json["layers"] <= 8);
  CHECK(json["bloat"] <= 0.2);
  CHECK(archive.ids().size() == 40);
  CHECK(archive.answer({"chuyện30"}).total == 1);
  CHECK(archive.answer({"chuyện3"}).total == 0);
  CHECK(archive.answer({"mới3"}).total == 1);
  CHECK(archive.indexer("verify", {"--full"}).code == 0);
}
