// --corrections: values of the archivist's stand instead of what was read, through updates and
// rebuilds, until they are withdrawn.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "tests/support/archive.h"

using namespace khobao::test;
using nlohmann::json;

namespace {

const TestArticle kBridge{.id = "cau",
                          .date = "2020-07-02",
                          .title = "Khánh thành cầu Bến Lội",
                          .body = "Sáng 2/7, UBND tỉnh Phú Thọ khánh thành cầu Bến Lội.",
                          .source = "Báo Sông Kon"};
const TestArticle kMarket{.id = "cho",
                          .date = "2019-05-01",
                          .title = "Chợ Đồng Mây",
                          .body = "Chợ Đồng Mây họp từ sáng sớm bên cầu."};

// The one hit for `query`, "{}" without one.
json hit(const Archive& archive, const std::string& query) {
  const CliResult run = archive.search({"--format", "jsonl", query});
  return run.out.empty() ? json::object() : json::parse(run.out.substr(0, run.out.find('\n')));
}

}  // namespace

TEST_CASE("corrections: remembered, shown as manual, and withdrawn again") {
  const Archive archive({kBridge, kMarket});
  archive.write("sua.jsonl",
                R"({"id": "cau", "field": "published", "value": "2021-07-02"}
{"id": "cau", "field": "title", "value": "Lễ thông xe"}
{"id": "cau", "field": "organisations", "value": ["Hội Bến Lội"]}
{"id": "mai", "field": "title", "value": "Chưa có"}
)");
  // Another file is read: the corrected article is carried over from its stored text.
  archive.write("khac/bai.txt", plain_text({.id = "",
                                            .date = "2022-01-01",
                                            .title = "Bến đò cũ",
                                            .body = "Bến đò cũ nay vắng khách, chỉ còn mưa."}));
  const CliResult run = archive.update({"--corrections", "sua.jsonl", "khac"});
  CHECK(run.code == 0);
  CHECK(run.out.find("; 4 corrections\n") != std::string::npos);
  CHECK(run.err ==
        "indexer: corrections of 1 article that the archive does not hold, kept for when it does: "
        "'mai'\n");
  const auto check_corrected = [&] {
    const json found = hit(archive, "thông xe");
    CHECK(found["id"] == "cau");
    CHECK(found["published"] == "2021-07-02");
    CHECK(found["published_from"] == "manual");
    CHECK(found["title"] == "Lễ thông xe");
    CHECK(found["organisations"] == json({"Hội Bến Lội"}));
    CHECK(found["corrected"] == json({"title", "published", "organisations"}));
    CHECK(archive.search({"--count", "--from", "2021", "--to", "2021"}).out == "1\n");
    CHECK(archive.search({"--count", "--org", "Hội Bến Lội"}).out == "1\n");
    CHECK(archive.search({"--show", "cau"})
              .out.find("corrected  title, published, organisations\n") != std::string::npos);
  };
  check_corrected();
  CHECK(archive.update({"articles.jsonl"}).code == 0);
  check_corrected();
  const CliResult rebuilt =
      run_cli("indexer", {"rebuild", "--db", archive.db(), "articles.jsonl"}, archive.folder());
  CHECK(rebuilt.code == 0);
  check_corrected();
  CHECK(run_cli("indexer", {"verify", "--db", archive.db()}, archive.folder()).code == 0);

  archive.write("lai.jsonl", R"({"id": "cau", "withdraw": true}
{"id": "mai", "withdraw": true}
)");
  CHECK(archive.update({"--corrections", "lai.jsonl", "khac"}).code == 0);
  const json found = hit(archive, "khánh thành");
  CHECK(found["published"] == "2020-07-02");
  CHECK(found["published_from"] == "meta");
  CHECK(found["title"] == "Khánh thành cầu Bến Lội");
  CHECK(found["organisations"] == json({"Ủy ban nhân dân tỉnh Phú Thọ"}));
  CHECK(found["corrected"] == json::array());
}

TEST_CASE("corrections: a bad line ends the run before anything changes") {
  const Archive archive({kBridge});
  archive.write("sua.jsonl",
                "{\"id\": \"cau\", \"field\": \"title\", \"value\": \"Một\"}\n{\"id\": \"cau\"}\n");
  const CliResult run = archive.update({"--corrections", "sua.jsonl", "articles.jsonl"});
  CHECK(run.code == 4);
  CHECK(run.err ==
        "indexer: error: cannot take the correction in 'sua.jsonl:2': no \"field\"\n"
        "hint: fields are title, published, source, author, organisations, people and places\n");
  CHECK(hit(archive, "khánh thành")["title"] == "Khánh thành cầu Bến Lội");
  CHECK(archive.update({"articles.jsonl"}).code == 0);
  CHECK(hit(archive, "khánh thành")["title"] == "Khánh thành cầu Bến Lội");
}

TEST_CASE("corrections: inspect shows what a file would change") {
  const Archive archive;
  archive.write("articles.jsonl", json_lines({kBridge}));
  archive.write("sua.jsonl", R"({"id": "cau", "field": "published", "value": null})");
  const CliResult run = run_cli(
      "indexer", {"inspect", "--corrections", "sua.jsonl", "--format", "jsonl", "articles.jsonl"},
      archive.folder());
  CHECK(run.code == 0);
  const json record = json::parse(run.out);
  CHECK(record["published"] == nullptr);
  CHECK(record["published_from"] == "manual");
  CHECK(record["corrected"] == json({"published"}));
  CHECK(run_cli("indexer", {"inspect", "--corrections", "sua.jsonl", "articles.jsonl"},
                archive.folder())
            .out.find("published      -  (manual)\n") == std::string::npos);
}
