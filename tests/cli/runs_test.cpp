// What an archive tells of its past runs, and a run that ends in time. The articles are invented.
#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "common/archive/disk/own_checksum.h"
#include "tests/support/archive.h"
#include "tests/support/built_archive.h"

using namespace khobao::test;

namespace {

const TestArticle kRice{.id = "a1",
                        .date = "2021-03-04",
                        .title = "Lúa gạo được giá",
                        .body = "Bà con ra đồng sớm."};

nlohmann::json runs_of(const Archive& archive) {
  return nlohmann::json::parse(archive.indexer("status", {"--format", "json"}).out)["runs"];
}

}  // namespace

TEST_CASE("runs: status tells of the last thirty, with what they did") {
  const Archive archive({kRice});
  archive.write("bad.jsonl", "{\"id\": \"b1\", \"text\": \n");
  CHECK(archive.update({"bad.jsonl"}).code == 1);
  auto runs = runs_of(archive);
  REQUIRE(runs.size() == 2);
  CHECK(runs[0]["command"] == "update");
  CHECK(runs[0]["added"] == 1);
  CHECK(runs[1]["added"] == 0);
  CHECK(runs[1]["skipped"] == 1);
  CHECK(archive.indexer("status").out.find(": added 1, changed 0, moved 0, deleted 0, skipped 0, in ") !=
        std::string::npos);
  // A dry run is none.
  REQUIRE(archive.update({"--dry-run", "articles.jsonl"}).code == 0);
  CHECK(runs_of(archive).size() == 2);
  std::string many;
  for (int i = 0; i < 35; ++i) many += "{\"command\":\"update\",\"added\":" + std::to_string(i) + "}\n";
  archive.write("db/runs.jsonl", khobao::archive::with_checksum(many + "{\"checksum\": \"\"}\n",
                                                               khobao::archive::kBehindInJsonLines));
  REQUIRE(archive.update({"articles.jsonl"}).code == 0);
  runs = runs_of(archive);
  REQUIRE(runs.size() == 30);
  CHECK(runs[0]["added"] == 6);
  CHECK(runs[29]["articles"] == 1);
}

TEST_CASE("runs: a damaged history is told, concerns no article and is begun anew") {
  const Archive archive({kRice});
  archive.write("db/runs.jsonl", "{\"command\":\"update\",\"added\":1}\n");
  for (const char* command : {"verify", "status"}) {
    const CliResult run = archive.indexer(command);
    CHECK(run.code == 3);
    CHECK(run.err.find("/runs.jsonl' is not what was written\nhint: it tells of past runs alone") !=
          std::string::npos);
  }
  CHECK(archive.search({"--count", "lúa"}).out == "1\n");
  CHECK(archive.update({"articles.jsonl"}).code == 0);
  CHECK(archive.indexer("verify").code == 0);
  CHECK(runs_of(archive).size() == 1);
}

TEST_CASE("runs: what is not begun in time waits, and nothing of it is deleted") {
  const Archive archive;
  archive.write("bao/gao.txt", plain_text(kRice));
  archive.write("bao/cho.txt", plain_text({.id = "",
                                           .date = "2022-01-01",
                                           .title = "Chợ Đồng Mây họp phiên đầu năm",
                                           .body = "Bà con đi chợ từ tinh mơ."}));
  REQUIRE(archive.update({"--max-seconds", "1000", "bao"}).code == 0);
  archive.write("bao/gao.txt", plain_text(kRice) + "\nTrời nắng to.\n");
  archive.write("bao/moi.txt", plain_text({.id = "",
                                           .date = "2022-02-02",
                                           .title = "Lễ hội đền Thượng",
                                           .body = "Bà con về dự hội."}));
  std::filesystem::remove(archive.folder() + "/bao/cho.txt");
  khobao::indexer::BuildRequest request;
  request.targets = {{archive.folder() + "/bao", ""}};
  request.pipeline.until = std::chrono::steady_clock::now();
  const auto report = built(archive.db(), request);
  CHECK(report.waiting == 2);
  CHECK(report.skipped.empty());
  // What is gone was seen to be gone; what waits is as it was.
  CHECK(listed(archive.ids()) == "bao/gao.txt");
  CHECK(archive.search({"--count", "nắng"}).out == "0\n");
  CHECK(archive.indexer("verify", {"--full"}).code == 0);
  REQUIRE(archive.update({"bao"}).code == 0);
  CHECK(listed(archive.ids()) == "bao/gao.txt bao/moi.txt");
  CHECK(archive.search({"--count", "nắng"}).out == "1\n");
}
