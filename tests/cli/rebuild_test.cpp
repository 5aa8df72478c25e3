// "indexer rebuild": would rather stop than lose what the archive has, and disturbs no search.
#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>

#include "indexer/build.h"
#include "searcher/index.h"
#include "searcher/search.h"
#include "tests/support/archive.h"

using namespace khobao::test;
namespace fs = std::filesystem;

namespace {

// count articles bao/0.txt … and three of another root.
void write_texts(const Archive& archive, int count) {
  const auto write = [&](const std::string& path, int number) {
    archive.write(path, plain_text({.id = "",
                                    .date = "2020-07-02",
                                    .title = "Tin số " + std::to_string(number),
                                    .body = "Bà con xã Đồng Mây bàn chuyện mùa màng."}));
  };
  for (int i = 0; i < count; ++i) write("bao/" + std::to_string(i) + ".txt", i);
  for (int i = 0; i < 3; ++i) write("khac/" + std::to_string(i) + ".txt", i);
}

}  // namespace

TEST_CASE("rebuild: a root that would lose too much stops the run, with nothing changed") {
  const Archive archive;
  write_texts(archive, 150);
  REQUIRE(archive.update({"bao", "khac"}).code == 0);
  const auto check_stopped = [&](const std::vector<std::string>& args, const std::string& message) {
    const CliResult stopped = archive.indexer("rebuild", args);
    CHECK(stopped.code == 4);
    CHECK(stopped.out == "");
    CAPTURE(stopped.err);
    CHECK(stopped.err.find(message) != std::string::npos);
    CHECK(stopped.err.find("--allow-deletions") != std::string::npos);
    CHECK(archive.ids().size() == 153);
    CHECK(archive.answer({"--facets", "date"}).generation == "generation-000001");
    CHECK(archive.indexer("verify").code == 0);
  };
  const auto allowed = [&](std::vector<std::string> args) {
    args.push_back("--allow-deletions");
    return archive.indexer("rebuild", args).code;
  };
  SUBCASE("more than a hundred and a tenth") {
    for (int i = 0; i < 101; ++i)
      fs::remove(archive.folder() + "/bao/" + std::to_string(i) + ".txt");
    check_stopped({}, "root 'bao' would lose 101 of its 150 articles");
    check_stopped({"bao", "khac"}, "root 'bao' would lose 101 of its 150 articles");
    CHECK(allowed({}) == 0);
    CHECK(archive.ids().size() == 52);
  }
  SUBCASE("a small root that is empty") {
    fs::remove_all(archive.folder() + "/khac");
    fs::create_directory(archive.folder() + "/khac");
    check_stopped({}, "root 'khac' would lose 3 of its 3 articles");
    CHECK(allowed({}) == 0);
    CHECK(archive.ids().size() == 150);
  }
  SUBCASE("a hundred are not too many") {
    for (int i = 0; i < 100; ++i)
      fs::remove(archive.folder() + "/bao/" + std::to_string(i) + ".txt");
    CHECK(archive.indexer("rebuild").code == 0);
    CHECK(archive.ids().size() == 53);
  }
  SUBCASE("articles from standard input") {
    REQUIRE(
        archive
            .update({"-"},
                    json_lines(
                        {{.id = "x", .date = "2020-07-02", .title = "Tin", .body = "Lúa chín."}}))
            .code == 0);
    const CliResult stopped = archive.indexer("rebuild");
    CHECK(stopped.code == 4);
    CHECK(stopped.err.find("1 article came by standard input") != std::string::npos);
    CHECK(archive.ids().size() == 154);
    CHECK(allowed({}) == 0);
    CHECK(archive.ids().size() == 153);
  }
}

TEST_CASE("rebuild: a search under way ends on the old generation, which goes when it is done") {
  const Archive archive;
  write_texts(archive, 3);
  REQUIRE(archive.update({"bao", "khac"}).code == 0);
  const std::string old_generation = archive.live_generation(), old_layer = archive.only_layer();
  const auto matches = [](khobao::searcher::Index& index, const std::string& query) {
    khobao::searcher::SearchRequest request;
    request.query = query;
    const auto response = khobao::searcher::search(index, request);
    REQUIRE(response);
    return response->total;
  };
  {
    auto under_way = khobao::searcher::Index::open(archive.db());
    REQUIRE(under_way);
    archive.write("bao/0.txt", "Tin mới\n\nXã Đồng Mây trồng khoai.\n");
    REQUIRE(archive.indexer("rebuild").code == 0);
    REQUIRE(archive.indexer("rebuild").code == 0);
    CHECK(matches(*under_way, "mùa màng") == 6);
    CHECK(matches(*under_way, "khoai") == 0);
    CHECK(archive.answer({"mùa màng"}).total == 5);
    CHECK(archive.answer({"khoai"}).total == 1);
    CHECK(fs::exists(old_generation));
    CHECK(fs::exists(old_layer));
  }
  REQUIRE(archive.update({}).code == 0);
  CHECK_FALSE(fs::exists(old_generation));
  CHECK_FALSE(fs::exists(old_layer));
}

TEST_CASE("rebuild: one that ends before all was read changes nothing") {
  std::vector<TestArticle> articles;
  for (int i = 0; i < 12; ++i) {
    articles.push_back({.id = "a" + std::to_string(i),
                        .date = "2020-07-02",
                        .title = "Chợ phiên thứ " + std::to_string(i),
                        .body = "Bà con đi chợ phiên thứ " + std::to_string(i) + " từ sáng."});
  }
  const Archive archive(articles);
  const std::string before = listed(archive.ids());
  for (const bool allow : {false, true}) {
    std::vector<std::string> args = {"--max-records", "11"};
    if (allow) args.push_back("--allow-deletions");
    const CliResult run = archive.indexer("rebuild", args);
    CHECK(run.code == 4);
    CHECK(run.err.find("the rebuild ended before all was read: more than 11 records in one run\n"
                       "hint: nothing was changed; ") != std::string::npos);
    CHECK(listed(archive.ids()) == before);
  }
  CHECK(archive.indexer("rebuild", {"--max-records", "12"}).code == 0);

  khobao::indexer::BuildRequest request;
  request.mode = khobao::indexer::BuildMode::rebuild;
  request.targets = {{archive.folder() + "/articles.jsonl", ""}};
  request.allow_deletions = true;
  request.pipeline.until = std::chrono::steady_clock::now();
  khobao::pipeline::Progress progress;
  const auto late = khobao::indexer::build_archive(archive.db(), request, progress);
  REQUIRE_FALSE(late);
  CHECK(late.error().message.find("the time that --max-seconds allows was over") !=
        std::string::npos);
  CHECK(listed(archive.ids()) == before);
}
