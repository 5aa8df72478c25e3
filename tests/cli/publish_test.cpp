// Publications are what Xapian's servers serve: switched as a whole, checked, and never served half
// written. The articles are invented.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <filesystem>

#include "tests/support/archive.h"
#include "tests/support/known_articles.h"

using namespace khobao::test;
namespace fs = std::filesystem;

namespace {

const TestArticle kMore = {.id = "a9",
                           .date = "2022-01-01",
                           .title = "Chợ Đồng Mây",
                           .body = "Bà con đi chợ sớm, mua rau và cá."};

std::string into_of(const Archive& archive) { return archive.folder() + "/published"; }

CliResult publish(const Archive& archive, const std::vector<std::string>& more = {}) {
  std::vector<std::string> args{"--into", into_of(archive)};
  args.insert(args.end(), more.begin(), more.end());
  return archive.indexer("publish", args);
}

CliResult verify(const Archive& archive) {
  return run_cli("indexer", {"verify", "--full", "--db", into_of(archive)}, archive.folder());
}

std::string live(const Archive& archive) { return fs::read_symlink(into_of(archive) + "/live"); }

void update_with(const Archive& archive, const TestArticle& article) {
  archive.write("more.jsonl", json_lines({article}));
  REQUIRE(archive.update({"more.jsonl"}).code == 0);
}

// Of a file of the first shard, in its middle.
void damage(const Archive& archive, const std::string& file) {
  const std::string path = into_of(archive) + "/live/shard-01.db/" + file;
  std::string bytes = read_file(path);
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 4);
  write_file(path, bytes);
}

}  // namespace

TEST_CASE("publish: shards with stub files, and a link that names the publication") {
  const Archive archive(known_articles());
  const CliResult run = publish(archive, {"--shards", "2"});
  CHECK(run.err == "");
  CHECK(run.code == 0);
  CHECK(run.out.starts_with("generation-000001, 12 articles, is published in '" + into_of(archive) +
                            "': 2 shards, "));
  CHECK(live(archive) == "publication-000001");
  CHECK(read_file(into_of(archive) + "/live/shard-02") ==
        "auto ../publication-000001/shard-02.db\n");
  CHECK(verify(archive).out == "publication-000001 in '" + into_of(archive) +
                                   "' is whole: 12 articles of generation-000001, in 2 shards\n");
}

TEST_CASE("publish: what was published already is left alone, what changed is brought up to date") {
  const Archive archive(known_articles());
  REQUIRE(publish(archive, {"--shards", "2"}).code == 0);
  const CliResult again = publish(archive);
  CHECK(again.code == 0);
  CHECK(again.out == "generation-000001, 12 articles, is published in '" + into_of(archive) +
                         "' already: 2 shards\n");
  CHECK(live(archive) == "publication-000001");
  update_with(archive, kMore);
  const CliResult updated = publish(archive);
  CHECK(updated.out.find("; 1 added, 0 changed, 0 gone\n") != std::string::npos);
  CHECK(live(archive) == "publication-000002");
  CHECK(fs::exists(into_of(archive) + "/publication-000001"));  // for those who still read it
  CHECK(verify(archive).code == 0);
  // Of another number of shards all are written again.
  CHECK(publish(archive, {"--shards", "3"}).out.find("3 shards") != std::string::npos);
  CHECK_FALSE(fs::exists(into_of(archive) + "/publication-000001"));
  CHECK(verify(archive).code == 0);
}

TEST_CASE("publish: hidden articles are in no shard, nor is the order to hide them") {
  const Archive archive(known_articles());
  const std::string id = archive.ids().front();
  REQUIRE(publish(archive).code == 0);
  REQUIRE(archive.indexer("hide", {id, "--reason", "quyết định 12"}).code == 0);
  CHECK(publish(archive).out.find("11 articles") != std::string::npos);
  CHECK(verify(archive).code == 0);
  for (const auto& entry : fs::directory_iterator(into_of(archive) + "/live/shard-01.db"))
    CHECK(read_file(entry.path()).find("quyết định 12") == std::string::npos);
}

TEST_CASE("publish: a search that meets damage in a shard says to publish again") {
  const Archive archive(known_articles());
  REQUIRE(publish(archive).code == 0);
  fs::resize_file(into_of(archive) + "/live/shard-01.db/postlist.glass", 100);
  const CliResult run =
      run_cli("searcher", {"--db", into_of(archive), "quận"}, archive.folder());
  CHECK(run.code == 3);
  CHECK(run.err.find("shard '" + into_of(archive) + "/live/shard-01' is damaged: ") !=
        std::string::npos);
  CHECK(run.err.find("hint: publish the archive again with 'indexer publish --whole'") !=
        std::string::npos);
}

TEST_CASE(
    "publish: verify names the shard and the place of damage, and publishing again mends it") {
  const Archive archive(known_articles());
  REQUIRE(publish(archive).code == 0);
  for (const char* file : {"postlist.glass", "termlist.glass", "iamglass"}) {
    CAPTURE(file);
    if (fs::file_size(into_of(archive) + "/live/shard-01.db/" + file) == 0) continue;
    damage(archive, file);
    const CliResult run = verify(archive);
    CHECK(run.code == 3);
    CHECK(run.err.find("shard 'shard-01' is damaged: '") != std::string::npos);
    CHECK(run.err.find(std::string(file) + "' is not what was written") != std::string::npos);
    CHECK(run.err.find("hint: publish the archive again with 'indexer publish --whole'") !=
          std::string::npos);
    CHECK(publish(archive, {"--whole"}).code == 0);
    CHECK(verify(archive).code == 0);
    damage(archive, file);
    // Copies of what is damaged would be damaged.
    update_with(archive,
                {.id = file, .date = "2022-01-01", .title = "Tin", .body = "Một bài nữa."});
    CHECK(publish(archive).code == 0);
    CHECK(verify(archive).code == 0);
  }
  write_file(into_of(archive) + "/live/shard-01", "auto /etc\n");
  CHECK(verify(archive).err.find("its stub file is not what was written") != std::string::npos);
  fs::remove(into_of(archive) + "/live/publication.json");
  CHECK(verify(archive).code == 3);
  fs::remove(into_of(archive) + "/live");
  fs::create_symlink("/etc", into_of(archive) + "/live");
  CHECK(verify(archive).code == 3);
  CHECK(publish(archive).code == 0);
  CHECK(verify(archive).code == 0);
}

TEST_CASE("publish: what is in the way is told") {
  const Archive archive(known_articles());
  const CliResult none = archive.indexer("publish");
  CHECK(none.code == 2);
  CHECK(none.err.find("needs --into FOLDER") != std::string::npos);
  CHECK(publish(archive, {"--shards", "100"}).code == 2);
  archive.write("photos/cau.jpg", "…");
  const CliResult over = archive.indexer("publish", {"--into", archive.folder() + "/photos"});
  CHECK(over.code == 4);
  CHECK(over.err.find("it holds something else\nhint: name a new folder") != std::string::npos);
  CHECK(archive.indexer("publish", {"--into", archive.db()}).code == 4);
  REQUIRE(publish(archive).code == 0);
  const int lock = open((into_of(archive) + "/writer.lock").c_str(), O_RDWR);
  REQUIRE(flock(lock, LOCK_EX) == 0);
  CHECK(publish(archive).code == 75);
  close(lock);
  CHECK(publish(archive).code == 0);
}
