// Fields of the table in use, from the input to every place where they are shown: the newspaper's
// section, and captions.
#include <doctest/doctest.h>

#include "tests/support/archive.h"

using namespace khobao::test;

namespace {

// Invented.
const std::string kPage =
    "<html><head><title>Đèn lồng phố Mây</title>"
    "<meta property=\"article:section\" content=\"Văn hóa\"></head><body><article>"
    "<h1>Đèn lồng phố Mây</h1>"
    "<p>Phố Mây treo đèn lồng suốt tuần lễ hội, khách đi bộ xem đến khuya.</p>"
    "<figure><img src=\"a.jpg\"><figcaption>Trẻ em rước đèn cá chép.</figcaption></figure>"
    "<figure><img src=\"b.jpg\"><figcaption>Thợ dán giấy bên bờ sông.</figcaption></figure>"
    "<p>Ban quản lý phố cho biết sẽ giữ đèn đến hết tháng.</p></article></body></html>";

const Archive& archive() {
  static const Archive made({
      {.id = "cau",
       .date = "2020-07-02",
       .title = "Cầu Bến Lội",
       .body = "Cầu mới qua sông Kon.",
       .section = "Thời sự"},
      {.id = "cho",
       .date = "2020-07-03",
       .title = "Chợ nổi",
       .body = "Chợ họp trên sông.",
       .section = "Kinh tế"},
      {.id = "gao",
       .date = "2020-07-04",
       .title = "Giá gạo",
       .body = "Gạo nếp lên giá.",
       .section = "Kinh tế"},
      {.id = "xe", .date = "2020-07-05", .title = "Xe buýt", .body = "Thêm ba tuyến xe."},
  });
  static const int added = [] {
    made.write("trang/den.html", kPage);
    return made.update({"articles.jsonl", "trang"}).code;
  }();
  REQUIRE(added == 0);
  return made;
}

std::string found(const std::vector<std::string>& args) {
  std::vector<std::string> all = {"--sort", "oldest"};
  all.insert(all.end(), args.begin(), args.end());
  return listed(ids_of(archive().answer(all).hits));
}

}  // namespace

TEST_CASE("fields: a section is filtered by, counted, listed and shown") {
  CHECK(found({"section:\"Kinh tế\""}) == "cho gao");
  CHECK(found({"chuyên-mục:\"kinh te\" gạo"}) == "gao");
  CHECK(found({"--section", "kinh"}) == "cho gao");
  CHECK(found({"sông", "--section", "!kinh tế"}) == "cau trang/den.html");
  CHECK(found({"section:(\"thời sự\" OR \"văn hoá\")"}) == "cau trang/den.html");
  CHECK(archive().search({"--list", "section"}).out == "2\tKinh tế\n1\tThời sự\n1\tVăn hóa\n");
  CHECK(archive().search({"--list", "section", "k"}).out == "2\tKinh tế\n");
  const Answer all = archive().answer({"--facets", "section", "--sort", "oldest"});
  CHECK(all.facets.at("section") == FacetCounts{{"Kinh tế", 2}, {"Thời sự", 1}, {"Văn hóa", 1}});
  CHECK(all.hits.at(0).section == "Thời sự");
  CHECK_FALSE(all.hits.at(3).section);
  const std::string csv = archive().search({"gạo", "--format", "csv"}).out;
  CHECK(csv.find(",organisations,people,places,credit,section,documents\r\n") != std::string::npos);
  CHECK(csv.find(",Kinh tế,\r\n") != std::string::npos);
}

TEST_CASE("fields: a section that the archive lacks is an error with the nearest names") {
  const CliResult result = archive().search({"--section", "kinh tee"});
  CHECK(result.code == 2);
  CHECK(result.err ==
        "searcher: error: no section in this archive is called 'kinh tee'\n"
        "hint: did you mean Kinh tế\n");
}

TEST_CASE("fields: a caption's words stand in one caption") {
  CHECK(found({"caption:đèn"}) == "trang/den.html");
  CHECK(found({"chú-thích:\"dán giấy\""}) == "trang/den.html");
  CHECK(found({"caption:(rước AND chép)"}) == "trang/den.html");
  CHECK(found({"caption:(rước AND giấy)"}) == "");
  CHECK(found({"caption:khuya"}) == "");
  CHECK(found({"--literal", "--", "sông", "-caption:sông"}) == "cau cho");
}
