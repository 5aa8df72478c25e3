// Backups are archives of their own, made while the first one is in use; what is restored is compared
// with its checksums first. The articles are invented.
#include <doctest/doctest.h>

#include <filesystem>

#include "tests/support/archive.h"

using namespace khobao::test;
namespace fs = std::filesystem;

namespace {

const std::vector<TestArticle> kArticles = {
    {.id = "a1", .date = "2020-07-02", .title = "Khánh thành cầu Bến Lội", .body = "Bà con qua cầu."},
    {.id = "a2", .date = "2021-03-04", .title = "Lúa gạo được giá", .body = "Bà con ra đồng sớm."}};

CliResult searched(const Archive& archive, const std::string& db) {
  return run_cli("searcher", {"--db", db, "-l", "bà con"}, archive.folder());
}

}  // namespace

TEST_CASE("backup: a copy answers as the archive did, and shares its files") {
  const Archive archive(kArticles);
  const std::string copy = archive.folder() + "/copy";
  const CliResult run = archive.indexer("backup", {copy});
  CHECK(run.code == 0);
  CHECK(run.err == "");
  CHECK(run.out.find("2 articles, is in '" + copy + "': ") != std::string::npos);
  CHECK(searched(archive, copy).out == searched(archive, archive.db()).out);
  CHECK(run_cli("indexer", {"verify", "--db", copy}, archive.folder()).code == 0);
  const std::string layer = fs::path(archive.only_layer()).filename().string();
  CHECK(fs::equivalent(archive.only_layer() + "/fingerprints", copy + "/" + layer + "/fingerprints"));
  // Searches lock what they read: the lock of one must not hold the other.
  const std::string generation = fs::path(archive.live_generation()).filename().string();
  CHECK_FALSE(fs::equivalent(archive.live_generation() + "/manifest.json",
                             copy + "/" + generation + "/manifest.json"));
}

TEST_CASE("backup: a later one adds what changed, and the archive's changes leave it alone") {
  const Archive archive(kArticles);
  const std::string copy = archive.folder() + "/copy";
  REQUIRE(archive.indexer("backup", {copy}).code == 0);
  archive.write("more.jsonl", json_lines({{.id = "a3",
                                           .date = "2022-01-01",
                                           .title = "Chợ Đồng Mây",
                                           .body = "Bà con đi chợ."}}));
  REQUIRE(archive.update({"more.jsonl"}).code == 0);
  CHECK(searched(archive, copy).out.find("more.jsonl") == std::string::npos);
  CHECK(run_cli("indexer", {"verify", "--db", copy}, archive.folder()).code == 0);
  REQUIRE(archive.indexer("backup", {copy}).code == 0);
  CHECK(searched(archive, copy).out == searched(archive, archive.db()).out);
  CHECK(archive.indexer("backup", {copy}).out.find("already") != std::string::npos);
  // Neither is the backup's next update the archive's.
  REQUIRE(archive.indexer("rebuild", {"articles.jsonl", "--allow-deletions"}).code == 0);
  CHECK(searched(archive, copy).out.find("more.jsonl") != std::string::npos);
}

TEST_CASE("backup: one goes on from the last, whatever came and went between them") {
  const Archive archive(kArticles);
  const std::string copy = archive.folder() + "/copy";
  const auto check_backup = [&] {
    const CliResult run = archive.indexer("backup", {copy});
    CHECK_MESSAGE(run.code == 0, run.err);
    CHECK(searched(archive, copy).out == searched(archive, archive.db()).out);
    CHECK(run_cli("indexer", {"verify", "--db", copy}, archive.folder()).code == 0);
  };
  check_backup();
  for (int round = 0; round < 2; ++round) {
    CAPTURE(round);
    REQUIRE(archive.indexer("hide", {"a1", "--reason", "án"}).code == 0);
    if (round == 0) check_backup();
    REQUIRE(archive.indexer("unhide", {"a1"}).code == 0);
    check_backup();
  }
  for (int round = 0; round < 3; ++round) {
    CAPTURE(round);
    archive.write("bao/cho.txt", plain_text({.id = "",
                                             .date = "2022-01-01",
                                             .title = "Chợ phiên thứ " + std::to_string(round),
                                             .body = "Bà con đi chợ."}));
    REQUIRE(archive.update({"bao"}).code == 0);
    if (round != 1) check_backup();
    fs::remove(archive.folder() + "/bao/cho.txt");
    REQUIRE(archive.update({"bao", "--allow-deletions"}).code == 0);
  }
  check_backup();
}

TEST_CASE("backup: nothing is written over what is there") {
  const Archive archive(kArticles);
  archive.write("photos/cau.jpg", "…");
  const CliResult over = archive.indexer("backup", {archive.folder() + "/photos"});
  CHECK(over.code == 4);
  CHECK(over.err.find("it holds something else\nhint: name a new folder") != std::string::npos);
  const CliResult none = archive.indexer("backup");
  CHECK(none.code == 2);
  // The backup of one archive is not that of another.
  const Archive other({kArticles[1]});
  const std::string copy = archive.folder() + "/copy";
  REQUIRE(archive.indexer("backup", {copy}).code == 0);
  const CliResult mixed = other.indexer("backup", {copy});
  CHECK(mixed.code == 4);
  CHECK(mixed.err.find("is not what") != std::string::npos);
  CHECK(run_cli("indexer", {"verify", "--db", copy}, archive.folder()).code == 0);
}

TEST_CASE("restore: a backup is compared with its checksums, then it is the archive") {
  const Archive archive(kArticles);
  const std::string copy = archive.folder() + "/copy";
  REQUIRE(archive.indexer("backup", {copy}).code == 0);
  const std::string before = searched(archive, archive.db()).out;
  const CliResult over = archive.indexer("restore", {copy});
  CHECK(over.code == 4);
  CHECK(over.err.find("it holds an archive\nhint: move it away") != std::string::npos);
  fs::remove_all(archive.db());
  CHECK(archive.indexer("restore", {copy}).code == 0);
  CHECK(searched(archive, archive.db()).out == before);
  // It goes on as it went: the inputs are known.
  CHECK(archive.update({"articles.jsonl"}).out.find("unchanged 2") != std::string::npos);

  fs::remove_all(archive.db());
  for (const auto& entry : fs::recursive_directory_iterator(copy)) {
    if (entry.path().filename() != "postlist.glass") continue;
    std::string bytes = read_file(entry.path().string());
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    write_file(entry.path().string(), bytes);
  }
  const CliResult damaged = archive.indexer("restore", {copy});
  CHECK(damaged.code == 3);
  CHECK(damaged.err.ends_with("\nhint: restore another backup\n"));
  CHECK_FALSE(fs::exists(archive.db()));

  fs::create_directory(archive.folder() + "/empty");
  const CliResult empty = archive.indexer("restore", {archive.folder() + "/empty"});
  CHECK(empty.code == 3);
  CHECK(empty.err.ends_with("\nhint: name the folder of a backup\n"));
}
