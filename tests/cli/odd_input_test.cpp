// What is odd is said by the run that meets it.
#include <doctest/doctest.h>

#include "tests/support/archive.h"

using namespace khobao::test;

namespace {

std::vector<TestArticle> undated(size_t count) {
  std::vector<TestArticle> articles;
  for (size_t i = 0; i < count; ++i) {
    articles.push_back({.id = "bai" + std::to_string(i),
                        .date = "",
                        .title = "Chuyện làng số " + std::to_string(i),
                        .body = "Người làng kể chuyện mùa nước lớn thứ " + std::to_string(i) + ".",
                        .source = "Báo Sông Kon"});
  }
  return articles;
}

}  // namespace

TEST_CASE("odd input: most articles undated proposes --received, a site of no dates is named") {
  const Archive archive;
  archive.write("tin.jsonl", json_lines(undated(25)));
  const CliResult run = archive.update({"tin.jsonl"});
  CHECK(run.code == 0);
  CHECK(run.out.find("\nhint: most articles are undated; ") != std::string::npos);
  CHECK(run.out.find("'--received YYYY-MM-DD'") != std::string::npos);
  CHECK(run.err.find("none of the 25 articles read of 'Báo Sông Kon' has a date; ") !=
        std::string::npos);
  const Archive few;
  few.write("tin.jsonl", json_lines(undated(3)));
  CHECK(few.update({"tin.jsonl"}).err == "");
}

TEST_CASE("odd input: what is undated is not the whole of a root that has dated articles") {
  const Archive archive;
  std::vector<TestArticle> articles = undated(25);
  for (TestArticle& article : articles) article.source.clear();
  articles.push_back({.id = "co-ngay",
                      .date = "2020-07-02",
                      .title = "Khánh thành cầu Bến Lội",
                      .body = "Bà con qua cầu từ sáng sớm.",
                      .source = "Báo Sông Kon"});
  archive.write("h/tin.jsonl", json_lines(articles));
  const CliResult run = archive.update({"h"});
  CHECK(run.err.find("none of the 25 articles read of 'h' that name no outlet has a date; ") !=
        std::string::npos);
}

TEST_CASE("odd input: one article is one article") {
  const Archive archive;
  archive.write("tin.jsonl", json_lines(undated(1)));
  CHECK(archive.update({"tin.jsonl"}).out.find("the archive holds 1 article, 1 undated") !=
        std::string::npos);
}

TEST_CASE("odd input: a name that ends with a letter of doubled UTF-8 ends its string in JSON") {
  const Archive archive;
  archive.write("tin.jsonl",
                "{\"id\":\"n\",\"title\":\"Chợ họp lại\",\"author\":\"T. NHÃ\",\"text\":\"Bà con.\"}\n");
  CHECK(archive.update({"tin.jsonl"}).out.starts_with("added 1,"));
  CHECK(archive.answer({"chợ"}).hits.at(0).author == "T. NHÃ");
}

TEST_CASE("odd input: a slip in a correction asks for the known organisation") {
  const Archive archive;
  archive.write("tin.jsonl", json_lines(undated(1)));
  REQUIRE(archive.update({"tin.jsonl"}).code == 0);
  const auto corrected = [&](const std::string& name) {
    archive.write("c.jsonl", "{\"id\": \"bai0\", \"field\": \"organisations\", \"value\": [\"" + name +
                                 "\"]}\n");
    return archive.update({"tin.jsonl", "--corrections", "c.jsonl"});
  };
  const CliResult slip = corrected("Bộ Nội vụu");
  CHECK(slip.code == 2);
  CHECK(slip.err ==
        "indexer: error: the correction of 'bai0' would make a new organisation, 'Bộ Nội vụu'; did "
        "you mean 'Bộ Nội vụ'?\nhint: write the known name, or name the new one in a file for "
        "--names first\n");
  CHECK(corrected("Bộ Nội vụ").code == 0);
  CHECK(corrected("Hội Bến Lội").code == 0);
}

TEST_CASE("odd input: inspect --db gives an article the id that it has in the archive") {
  const Archive archive;
  archive.write("bao/2020/cau.txt", plain_text({.id = "",
                                                .date = "2020-07-02",
                                                .title = "Khánh thành cầu Bến Lội",
                                                .body = "Sáng 2/7, xã Đồng Mây có cầu mới."}));
  REQUIRE(archive.update({"--root", "tin=bao"}).code == 0);
  const CliResult run = archive.indexer("inspect", {"bao/2020/cau.txt"});
  CHECK(run.code == 0);
  CHECK(run.out.find("  id             tin/2020/cau.txt\n") != std::string::npos);
}

TEST_CASE("odd input: files of other kinds are called what they are") {
  const Archive archive;
  archive.write("bao/bai.txt", "Cầu mới\n\nXã Đồng Mây có cầu mới.\n");
  archive.write("bao/anh.jpg", std::string("\xFF\xD8\xFF\xE0\0\x10JFIF", 10));
  archive.write("bao/van-ban.pdf", "%PDF-1.7\n1 0 obj\n");
  archive.write("bao/bang.docx", std::string("PK\x03\x04\x14\0\x06\0", 8));
  const CliResult run = archive.update({"bao"});
  CHECK(run.code == 1);
  CHECK(run.err.find("anh.jpg': not text (JPEG image)\n") != std::string::npos);
  CHECK(run.err.find("van-ban.pdf': PDF document: it is damaged\n") != std::string::npos);
  CHECK(run.err.find("bang.docx': not text (ZIP archive or document of an office program)\n") !=
        std::string::npos);
}
