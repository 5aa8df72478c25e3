// What crawlers and browsers leave, indexed by the real programs: files made by GNU Wget and Chromium.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "tests/support/archive.h"

using namespace khobao::test;
using nlohmann::json;

namespace {

const std::string kContainers = std::string(KHOBAO_TEST_DATA) + "/containers/";

const std::vector<TestArticle> kOther = {
    {.id = "a", .date = "2020-07-02", .title = "Cầu Mây", .body = "Cầu Mây thông xe."}};

std::vector<json> inspected(const std::string& file) {
  const CliResult result = run_cli("indexer", {"inspect", "--format", "jsonl", kContainers + file}, kContainers);
  CHECK(result.code == 0);
  std::vector<json> articles;
  for (size_t pos = 0; pos < result.out.size();) {
    const size_t end = result.out.find('\n', pos);
    articles.push_back(json::parse(result.out.substr(pos, end - pos)));
    pos = end + 1;
  }
  return articles;
}

}  // namespace

TEST_CASE("a WARC file of Wget: an article for each page, with its address and the time of fetching") {
  const auto articles = inspected("wget.warc.gz");
  REQUIRE(articles.size() == 2);
  CHECK(articles[0]["title"] == "Xã Mây Trắng mở lại chợ phiên sau mùa mưa");
  CHECK(articles[0]["published"] == "2020-03-04T08:15");
  CHECK(articles[0]["author"] == "Lê Na");
  CHECK(std::string(articles[0]["id"])
            .starts_with("http://127.0.0.1:8765/tin/cho-phien.html@2026-11-29T"));
  CHECK(articles[1]["title"] == "Bến đò Sông Gió có thuyền mới cho học trò qua sông");
  CHECK(articles[1]["paragraphs"].size() == 3);
  const Archive archive(kOther);
  const CliResult update = archive.update({kContainers + "wget.warc.gz"});
  CHECK(update.code == 0);
  CHECK(update.out.starts_with("added 2,"));
  CHECK(update.err.find("passed over: images and other files (1)") != std::string::npos);
  CHECK(archive.update({kContainers + "wget.warc.gz"}).out.find("added 0, changed 0, moved 0, deleted 0, unchanged 3") !=
        std::string::npos);
}

TEST_CASE("a page that Chromium saved as MHTML") {
  const auto articles = inspected("chromium.mhtml");
  REQUIRE(articles.size() == 1);
  CHECK(articles[0]["title"] == "Xã Mây Trắng mở lại chợ phiên sau mùa mưa");
  CHECK(articles[0]["published"] == "2020-03-04T08:15");
  CHECK(articles[0]["paragraphs"].size() == 4);
}

TEST_CASE("the folder that a browser saved beside a page holds no articles") {
  const Archive archive(kOther);
  const std::string page =
      "<!-- saved from url=(0033)https://maybao.example/2020/03/04/cho -->\n<html><body><h1>Chợ phiên "
      "họp lại</h1><p>Từ sáng sớm bà con các bản đã gùi măng, gùi cam xuống chợ.</p></body></html>";
  archive.write("trang/cho.html", page);
  archive.write("trang/cho_files/khung.html", "<html><body><p>Quảng cáo của bản.</p></body></html>");
  archive.write("trang/anh_files/khac.html", page);
  const CliResult result = archive.update({"trang"});
  CHECK(result.out.starts_with("added 2,"));
  const json inspected =
      json::parse(run_cli("indexer", {"inspect", "--format", "jsonl", "trang/cho.html"},
                          archive.folder())
                      .out);
  CHECK(inspected["outlet"] == "maybao.example");
  CHECK(inspected["published"] == "2020-03-04");
}

TEST_CASE("feeds are passed over, and read when asked for") {
  const Archive archive(kOther);
  archive.write("tin/tin.xml",
                "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<rss version=\"2.0\" xmlns:content=\"u\">"
                "<channel><title>Báo Mây</title><item><title>Chợ phiên họp lại</title>"
                "<link>https://maybao.example/cho.html</link><guid>cho-1</guid>"
                "<pubDate>Wed, 04 Mar 2020 08:15:00 +0700</pubDate><description>&lt;p&gt;Bà con gùi "
                "măng xuống chợ.&lt;/p&gt;</description></item></channel></rss>\n");
  archive.write("tin/nguyen-tu.atom",
                "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Báo Mây</title><entry>"
                "<title>Bến đò có thuyền mới</title><link href=\"https://maybao.example/do.html\"/>"
                "<published>2020-03-05T10:30:00+07:00</published><author><name>Lê Na</name></author>"
                "<content type=\"html\">&lt;p&gt;Hai chiếc thuyền sắt chở học trò.&lt;/p&gt;</content>"
                "</entry></feed>\n");
  const CliResult without = archive.update({"tin"});
  CHECK(without.code == 0);
  CHECK(without.out.starts_with("added 0,"));
  CHECK(without.err.find("feeds, which --feeds reads (2)") != std::string::npos);
  const CliResult with = archive.update({"--feeds", "tin"});
  CHECK(with.out.starts_with("added 2,"));
  const Answer answer = archive.answer({"thuyền sắt"});
  CHECK(answer.total == 1);
  CHECK(archive.search({"--show", "cho-1"}).out.find("2020-03-04T08:15") != std::string::npos);
}

TEST_CASE("a feed in another encoding than it says is skipped in one line") {
  const Archive archive(kOther);
  for (const std::string encoding : {"UCS-4", "UTF-16", "EUC-JP"}) {
    archive.write("tin/" + encoding + ".xml",
                  "<?xml version=\"1.0\" encoding=\"" + encoding +
                      "\"?>\n<rss version=\"2.0\"><channel><item><title>Chợ phiên</title></item>"
                      "</channel></rss>\n");
  }
  const CliResult result = archive.update({"--feeds", "tin"});
  CHECK(result.code == 1);
  CHECK(result.err ==
        "indexer: skipped 'tin/EUC-JP.xml': the feed's XML is damaged\n"
        "indexer: skipped 'tin/UCS-4.xml': the feed's XML is damaged\n"
        "indexer: skipped 'tin/UTF-16.xml': the feed's XML is damaged\n");
}
