// "indexer update", run again and again: what counts as new, changed, moved and deleted, and what
// is never deleted.
#include <doctest/doctest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "tests/support/update_checks.h"

using namespace khobao::test;
namespace fs = std::filesystem;

namespace {

// bao/0.txt … bao/<count - 1>.txt
void write_texts(const Archive& archive, size_t count, const std::string& root = "bao") {
  for (size_t i = 0; i < count; ++i)
    archive.write(root + "/" + std::to_string(i) + ".txt",
                  plain_text(article("", "chuyện" + std::to_string(i))));
}

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

TEST_CASE("reindexing: the same id from two inputs is an error naming both, told once and kept by status") {
  const Archive archive;
  archive.write("bao/b.jsonl", json_lines({article("x", "ngô")}));
  REQUIRE(archive.update({"bao"}).code == 0);
  archive.write("bao/a.jsonl", json_lines({article("x", "lúa")}));
  for (int run = 0; run < 2; ++run) {
    const CliResult result = archive.update({"bao"});
    CHECK(result.code == 1);
    const std::string reason = "its id 'x' is that of 'bao/a.jsonl:1' already\n";
    CHECK(result.err == (run == 0 ? "indexer: skipped 'bao/b.jsonl:1': " + reason : ""));
    CHECK(archive.indexer("status").out.find("skipped     " + archive.folder() + "/bao/b.jsonl:1: " + reason) !=
          std::string::npos);
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

TEST_CASE("reindexing: what was skipped is said once, kept by status, and read when it changes") {
  const Archive archive;
  archive.write("bao/good.txt", plain_text(article("", "lúa")));
  archive.write("bao/bad.txt", std::string("Một bài\0\0\0viết", 16));
  const CliResult first = archive.update({"bao"});
  CHECK(first.code == 1);
  const CliResult second = archive.update({"bao"});
  CHECK(second.code == 1);
  CHECK(first.err.starts_with("indexer: skipped 'bao/bad.txt': "));
  CHECK(second.err == "");
  CHECK(second.out.find("skipped 1 (1 as before: indexer status), in ") != std::string::npos);
  CHECK(archive.indexer("status").out.find("skipped     " + archive.folder() + "/bao/bad.txt: ") != std::string::npos);
  archive.write("bao/bad.txt", plain_text(article("", "ngô")));
  CHECK(archive.update({"bao"}).code == 0);
  CHECK(archive.ids().size() == 2);
  CHECK(archive.indexer("status").out.find("skipped     ") == std::string::npos);
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
  CHECK(text.out.find(" MB in 1 layer, 10.0% of its articles deleted\n") != std::string::npos);
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
