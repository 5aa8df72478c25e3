// No archive is ever lost: pointers that are damaged or cannot be read, generations that are brought
// back. After each the index is whole or the damage is named, and nothing that was there is gone.
#include <doctest/doctest.h>

#include <filesystem>

#include "tests/support/archive.h"
#include "tests/support/failing_call.h"
#include "tests/support/kept_folder.h"
#include "tests/support/known_articles.h"

using namespace khobao;
using namespace khobao::test;
namespace fs = std::filesystem;

TEST_CASE("archive safety: a pointer or listing that cannot be read once removes nothing") {
  if (!can_fail_calls()) return;
  const Archive archive(known_articles());
  const Kept kept(archive);
  for (const char* const error : {"EIO", "EMFILE", "EACCES", "ESTALE"}) {
    for (const std::string& path : {archive.db() + "/current", archive.db()}) {
      CAPTURE(error);
      CAPTURE(path);
      fail_each({.call = "openat", .error = error, .path = path},
                {"update", "-q", "--db", archive.db()}, archive.folder(),
                [&] { kept.put_back(); },
                [&](const CliResult& run) {
                  CHECK((run.code == 4 || run.code == 0));
                  const std::string told = std::string(error) == "EACCES"
                                               ? "error: no permission to "
                                               : "error: cannot ";
                  if (run.code == 4) CHECK(run.err.find(told) != std::string::npos);
                  check_whole(archive, "7\n", "7\n");
                });
    }
  }
}

TEST_CASE("archive safety: a new layer or generation never takes a live one's folder") {
  if (!can_fail_calls()) return;
  const Archive archive(known_articles());
  archive.write("more.txt", "Tin\n\nThêm một bài về cầu.\n");
  const Kept kept(archive);
  fail_each({.call = "openat", .error = "EIO", .path = archive.db()},
            {"update", "-q", "--db", archive.db(), "more.txt"}, archive.folder(),
            [&] { kept.put_back(); },
            [&](const CliResult& run) {
              CHECK((run.code == 4 || run.code == 0));
              check_whole(archive, "7\n", "8\n");
            });
}

TEST_CASE("archive safety: each bit of the pointer flipped is damage, and recover brings it back") {
  const Archive archive(known_articles());
  const std::string pointer = archive.db() + "/current", bytes = read_file(pointer);
  const std::string before = listing(archive.db());
  for (size_t bit = 0; bit < bytes.size() * 8; bit += 5) {
    CAPTURE(bit);
    std::string flipped = bytes;
    flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << bit % 8));
    write_file(pointer, flipped);
    const CliResult search = archive.search({"--count", "cầu"});
    CHECK(search.code == 3);
    CHECK(search.err.find("'indexer recover --db " + archive.db() + "'") != std::string::npos);
    CHECK(archive.update({}).code == 3);
    CHECK(read_file(pointer) == flipped);
    CHECK(listing(archive.db()) == before);
  }
  for (const std::string& cut :
       {std::string(), bytes.substr(0, bytes.find('\n') + 1), bytes.substr(0, bytes.size() - 1)}) {
    write_file(pointer, cut);
    CHECK(archive.update({}).code == 3);
    CHECK(archive.indexer("rebuild", {"articles.jsonl"}).code == 3);
    CHECK(archive.indexer("verify").code == 3);
    CHECK(listing(archive.db()) == before);
  }
  fs::remove(pointer);
  const CliResult update = archive.update({"articles.jsonl"});
  CHECK(update.code == 3);
  CHECK(update.err ==
        "indexer: error: index '" + archive.db() +
            "' is damaged: its pointer 'current' is missing\nhint: see which generations are "
            "whole, and bring the newest back, with 'indexer recover --db " +
            archive.db() + "'\n");
  CHECK(archive.indexer("rebuild", {"articles.jsonl"}).code == 3);
  const CliResult shown = archive.indexer("recover", {"--dry-run"});
  CHECK(shown.code == 0);
  CHECK(shown.out.find("generation-000001  written ") != std::string::npos);
  CHECK(shown.out.find(" articles, whole\n") != std::string::npos);
  CHECK_FALSE(fs::exists(pointer));
  const CliResult recovered = archive.indexer("recover");
  CHECK(recovered.code == 0);
  CHECK(recovered.out.find("'generation-000001' is live\n") != std::string::npos);
  CHECK(read_file(pointer) == bytes);
  CHECK(archive.search({"--count", "cầu"}).out == "7\n");
  CHECK(archive.indexer("recover").out.find("nothing to do") != std::string::npos);
}

TEST_CASE("archive safety: recover makes the newest whole generation live, or the one chosen") {
  const Archive archive(known_articles());
  const Kept kept(archive);
  archive.write("more.txt", "Tin\n\nThêm một bài về cầu.\n");
  REQUIRE(archive.update({"more.txt"}).code == 0);
  kept.put_back_beside();  // as if a search still held it
  fs::remove(archive.db() + "/current");
  SUBCASE("the newest") {
    CHECK(archive.indexer("recover").code == 0);
    CHECK(archive.search({"--count", "cầu"}).out == "8\n");
  }
  SUBCASE("the newest is damaged") {
    fs::remove(archive.db() + "/generation-000002/facet.names");
    const CliResult recovered = archive.indexer("recover");
    CHECK(recovered.code == 0);
    CHECK(recovered.out.find("damaged: index '" + archive.db() +
                             "' is damaged: in generation-000002: 'facet.names' is missing\n") !=
          std::string::npos);
    CHECK(archive.search({"--count", "cầu"}).out == "7\n");
  }
  SUBCASE("an older one is chosen") {
    CHECK(archive.indexer("recover", {"--generation", "generation-000001"}).code == 0);
    CHECK(archive.search({"--count", "cầu"}).out == "7\n");
    CHECK(archive.indexer("recover", {"--generation", "generation-000003"}).code == 2);
  }
  SUBCASE("none is whole") {
    fs::remove(archive.db() + "/generation-000001/facet.names");
    fs::remove(archive.db() + "/generation-000002/facet.names");
    const std::string before = listing(archive.db());
    CHECK(archive.indexer("recover").code == 3);
    CHECK(archive.indexer("recover", {"--generation", "generation-000002"}).code == 3);
    CHECK(listing(archive.db()) == before);
    return;
  }
  REQUIRE(archive.update({"more.txt"}).code == 0);
  CHECK(archive.search({"--count", "cầu"}).out == "8\n");
  CHECK(archive.indexer("verify", {"--full"}).code == 0);
}

TEST_CASE("archive safety: a folder that cannot be listed is named where articles would be lost") {
  if (!can_fail_calls()) return;
  const Archive archive;
  for (int i = 0; i < 3; ++i)
    archive.write("bao/" + std::to_string(i) + ".txt", "Tin\n\nThêm một bài về cầu.\n");
  REQUIRE(archive.update({"bao"}).code == 0);
  const FailedRun run = run_failing(
      {"getdents64", "EIO", 1, archive.folder() + "/bao"}, "indexer",
      {"rebuild", "-q", "--db", archive.db(), archive.folder() + "/bao"}, archive.folder());
  REQUIRE(run.happened);
  CHECK(run.result.code == 4);
  CHECK(run.result.err.starts_with(
      "indexer: error: root 'bao' would lose 3 of its 3 articles; skipped '" + archive.folder() +
      "/bao': cannot list the folder: Input/output error\n"));
  check_whole(archive, "3\n", "3\n");
}

TEST_CASE("archive safety: articles from standard input outlive all that does not name them") {
  const Archive archive(known_articles());
  REQUIRE(archive.update({"--add", "-"}, "{\"id\":\"chỉ-một-lần\",\"body\":\"Cầu mới.\"}\n").code ==
          0);
  const auto there = [&] { return archive.search({"--show", "chỉ-một-lần"}).code == 0; };
  CHECK(there());
  CHECK(archive.update({}).code == 0);
  CHECK(there());
  const CliResult rebuilt = archive.indexer("rebuild", {"articles.jsonl"});
  CHECK(rebuilt.code == 4);
  CHECK(rebuilt.err.find("1 article came by standard input and would be lost") !=
        std::string::npos);
  CHECK(there());
  write_file(archive.live_generation() + "/known.inputs", "damaged");
  CHECK(archive.update({}).code == 3);
  CHECK(archive.indexer("rebuild", {"articles.jsonl"}).code == 3);
  CHECK(there());
  CHECK(archive.indexer("rebuild", {"--allow-deletions", "articles.jsonl"}).code == 0);
  CHECK_FALSE(there());
}
