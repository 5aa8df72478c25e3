// PDF as Chromium printed it, and broken ones.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "tests/support/archive.h"

using namespace khobao::test;
using nlohmann::json;

namespace {

const std::string kPrinted = std::string(KHOBAO_TEST_DATA) + "/containers/";

}  // namespace

TEST_CASE("PDF: the layer of text is an article's") {
  const CliResult result =
      run_cli("indexer", {"inspect", "--format", "jsonl", "chromium.pdf"}, kPrinted);
  REQUIRE(result.code == 0);
  const json article = json::parse(result.out);
  CHECK(article["title"] == "Xã Mây Trắng mở lại chợ phiên sau mùa mưa");
  CHECK(article["published"] == "2020-03-04T08:15");
  CHECK(article["author"] == "Lê Na");
  CHECK(article["paragraphs"].size() == 4);
}

TEST_CASE("PDF: one that is cut is skipped by name, and the rest is read") {
  const Archive archive({{.id = "a", .date = "2020-07-02", .title = "Cầu", .body = "Cầu thông xe."}});
  const std::string whole = read_file(kPrinted + "chromium.pdf");
  archive.write("pdf/cut.pdf", whole.substr(0, 2000));
  archive.write("pdf/whole.pdf", whole);
  const CliResult result = archive.update({"pdf"});
  CHECK(result.code == 1);
  CHECK(result.out.starts_with("added 1,"));
  CHECK(result.err.find("cut.pdf': PDF document: it is damaged") != std::string::npos);
  CHECK(archive.search({"--count", "chợ phiên"}).out == "1\n");
}
