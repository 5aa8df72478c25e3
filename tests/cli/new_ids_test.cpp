// What "indexer update" says of ids that changed: whoever kept one finds nothing by it any more.
#include <doctest/doctest.h>

#include <filesystem>

#include "tests/support/update_checks.h"

using namespace khobao::test;

TEST_CASE("new ids: files that were moved are named with their old and new ids") {
  const Archive archive;
  for (const char* word : {"chè", "mía", "ngô", "sắn"})
    archive.write(std::string("bao/") + word + ".txt", plain_text(article("", word)));
  REQUIRE(archive.update({"bao"}).code == 0);
  std::filesystem::create_directory(archive.folder() + "/bao/2020");
  std::filesystem::rename(archive.folder() + "/bao/chè.txt", archive.folder() + "/bao/2020/chè.txt");
  const CliResult one = archive.update({});
  INFO(one.out);
  CHECK(counts(one) == "added 0, changed 0, moved 1, deleted 0, unchanged 3, skipped 0");
  CHECK(one.out.find("\nnew ids: 1 article that was moved is known by the new place: "
                     "'bao/chè.txt' is now 'bao/2020/chè.txt'\n") != std::string::npos);
  for (const char* word : {"mía", "ngô", "sắn"}) {
    std::filesystem::rename(archive.folder() + "/bao/" + word + ".txt",
                            archive.folder() + "/bao/2020/" + word + ".txt");
  }
  std::filesystem::rename(archive.folder() + "/bao/2020", archive.folder() + "/bao/2021");
  const CliResult all = archive.update({});
  INFO(all.out);
  CHECK(all.out.find("new ids: 4 articles that were moved are known by the new place: ") !=
        std::string::npos);
  CHECK(all.out.find(", …\n") != std::string::npos);
  CHECK(archive.update({}).out.find("new ids") == std::string::npos);
}

TEST_CASE("new ids: records that come again under other ids are told by their file") {
  const Archive archive;
  const auto write = [&](const std::string& before) {
    std::vector<TestArticle> articles;
    for (const char* word : {"chè", "mía", "ngô", "sắn"})
      articles.push_back(article(before + word, word));
    archive.write("bao/tin.jsonl", json_lines(articles));
  };
  write("");
  REQUIRE(archive.update({"bao"}).code == 0);
  write("vn-");
  const CliResult run = archive.update({});
  INFO(run.out);
  CHECK(counts(run) == "added 4, changed 0, moved 0, deleted 4, unchanged 0, skipped 0");
  CHECK(run.out.find("\nother ids: of 'bao/tin.jsonl' 4 articles went and as many came under other "
                     "ids\n") != std::string::npos);
}

TEST_CASE("new ids: a run that stops for what it would lose says where only the ids have changed") {
  const Archive archive;
  const auto write = [&](const std::string& before) {
    std::vector<TestArticle> articles;
    for (int i = 0; i < 150; ++i)
      articles.push_back(article(before + std::to_string(i), "luống " + std::to_string(i)));
    archive.write("bao/tin.jsonl", json_lines(articles));
  };
  write("");
  REQUIRE(archive.update({"bao"}).code == 0);
  write("vn-");
  const CliResult run = archive.update({});
  CHECK(run.code == 4);
  CHECK(run.err ==
        "indexer: error: root 'bao' would lose 150 of its 150 articles\nhint: as many came under "
        "other ids: their ids have changed; nothing was changed; where they are to be deleted, add "
        "--allow-deletions\n");
}
