// Articles without a date and pages that are no articles: counted, said, and found when asked for.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "tests/support/archive.h"

using namespace khobao::test;
using nlohmann::json;

namespace {

const std::vector<TestArticle> kArticles = {
    {.id = "a", .date = "2020-07-02", .title = "Cầu Mây", .body = "Cầu Mây thông xe."},
    {.id = "b", .date = "2021-03-01", .title = "Cầu Gió", .body = "Cầu Gió thông xe."},
    {.id = "c", .date = "", .title = "Cầu Mưa", .body = "Cầu Mưa thông xe."},
    {.id = "d", .date = "", .title = "Chợ Mưa", .body = "Chợ họp bên sông."},
};

// A section front: headlines and dates, no paragraph.
std::string section_front() {
  std::string page = "Chuyên mục: Cầu đường\n";
  for (int i = 1; i <= 14; ++i) {
    page += "Cầu số " + std::to_string(i) + " ở huyện Mây đã nối liền hai bờ sông\n";
    page += "0" + std::to_string(i % 9 + 1) + "/03/2024\n";
  }
  return page;
}

}  // namespace

TEST_CASE("undated: a facet value of their own, a filter, and a count of those a range hides") {
  const Archive archive(kArticles);
  const Answer all = archive.answer({"--facets", "date", "thông xe"});
  CHECK(all.total == 3);
  CHECK(all.facets.at("date").back() == std::pair<std::string, uint64_t>{"undated", 1});
  const Answer ranged = archive.answer({"--from", "2020", "--to", "2020", "thông xe"});
  CHECK(ranged.total == 1);
  CHECK(ranged.undated_hidden == 1);
  const Answer undated = archive.answer({"--undated", "thông xe"});
  CHECK(listed(ids_of(undated.hits)) == "c");
  CHECK(undated.hits[0].published_from == "none");
  CHECK(archive.search({"--undated", "--count"}).out == "2\n");
  const CliResult both = archive.search({"--undated", "--from", "2020", "cầu"});
  CHECK(both.code == 2);
  CHECK(both.err.find("--undated was given with --date, --from or --to") != std::string::npos);
  CHECK(
      archive.search({"--from", "2020", "thông xe"}).out.find("1 more matches but has no date\n") !=
      std::string::npos);
}

TEST_CASE("listings: left out unless asked for, totals and facets too") {
  const Archive archive(kArticles);
  archive.write("trang/cau.txt", section_front());
  REQUIRE(archive.update({"trang"}).code == 0);
  const json inspected = json::parse(
      run_cli("indexer", {"inspect", "--format", "jsonl", "trang"}, archive.folder()).out);
  REQUIRE(inspected["kind"] == "listing");
  CHECK(listed(ids_of(archive.answer({"huyện mây"}).hits, true)) == "");
  CHECK(archive.answer({"--kind", "all", "cầu"}).total == 4);
  CHECK(archive.answer({"cầu"}).total == 3);
  const Answer only = archive.answer({"--kind", "listing", "cầu"});
  CHECK(listed(ids_of(only.hits)) == "trang/cau.txt");
  CHECK(only.hits[0].kind == "listing");
  CHECK(archive.search({"--kind", "listing", "--count"}).out == "1\n");
  CHECK(archive.search({"--kind", "listing", "cầu"}).out.find(" (listing)\n") != std::string::npos);
  const CliResult wrong = archive.search({"--kind", "front", "cầu"});
  CHECK(wrong.code == 2);
  CHECK(wrong.err.find("--kind 'front' is not one of article, listing, all") != std::string::npos);
}

TEST_CASE("received: the day of receipt bounds dates and decides a year, and is said to") {
  const Archive archive;
  archive.write(
      "bai/a.jsonl",
      R"({"id": "a", "title": "Chợ Mây", "body": "Sáng 3/5, chợ Mây họp.", "received": "2022-08-01"}
{"id": "b", "title": "Chợ Gió", "body": "Sáng 3/9, chợ Gió họp.", "received": "2022-08-01"}
{"id": "c", "title": "Chợ Mưa", "body": "Sáng 3/5, chợ Mưa họp."}
{"id": "d", "title": "Chợ Nắng", "body": "Chợ Nắng họp.", "date": "2030-01-01", "received": "2022-08-01"}
)");
  const auto records = [&](const std::vector<std::string>& options) {
    std::vector<std::string> args{"inspect", "--format", "jsonl"};
    args.insert(args.end(), options.begin(), options.end());
    args.push_back("bai");
    const std::string out = run_cli("indexer", args, archive.folder()).out;
    std::vector<json> lines;
    for (size_t at = 0; at < out.size();) {
      const size_t end = out.find('\n', at);
      lines.push_back(json::parse(out.substr(at, end - at)));
      at = end + 1;
    }
    return lines;
  };
  const auto alone = records({});
  REQUIRE(alone.size() == 4);
  CHECK(alone[0]["published"] == "2022-05-03");
  CHECK(alone[0]["year_from_receipt"] == true);
  CHECK(alone[1]["published"] == "2021-09-03");
  CHECK(alone[2]["published"] == nullptr);
  CHECK(alone[2]["year_from_receipt"] == false);
  CHECK(alone[3]["published"] == nullptr);  // a date after the day of receipt is wrong
  const auto bounded = records({"--received", "2019-12-31"});
  CHECK(bounded[0]["published"] == "2019-05-03");  // the earlier bound holds
  CHECK(bounded[2]["published"] == "2019-05-03");
  const CliResult text = run_cli("indexer", {"inspect", "bai"}, archive.folder());
  CHECK(text.out.find("2022-05-03  (dateline, its year from the day of receipt)\n") !=
        std::string::npos);
}

TEST_CASE("inspect: text is composed, whatever the file holds") {
  const Archive archive;
  archive.write(
      "bai/a.txt",
      "Ca\u0302\u0300u Ma\u0302y tho\u0302ng xe\n\nCa\u0302\u0300u da\u0300i ba nhi\u0323p.\n");
  const json record = json::parse(
      run_cli("indexer", {"inspect", "--format", "jsonl", "bai"}, archive.folder()).out);
  CHECK(record["title"] == "Cầu Mây thông xe");
  CHECK(record["paragraphs"] == json({"Cầu dài ba nhịp."}));
}

TEST_CASE("a stated day that names no day is told, with an example") {
  const Archive archive(kArticles);
  archive.write("moi.jsonl",
                R"({"id": "m", "title": "Cầu Sương", "date": "2020-03", "body": "Cầu Sương thông xe."})"
                "\n");
  const CliResult result = archive.update({"moi.jsonl"});
  CHECK(result.code == 0);
  CHECK(result.err.find("1 article states a day of publication that names no day, such as "
                        "'2020-03' of '") != std::string::npos);
}
