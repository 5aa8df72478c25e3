// People and places from the text to filters, facets, lists and answers.
#include <doctest/doctest.h>

#include "tests/support/archive.h"

using namespace khobao::test;

namespace {

// Invented.
const Archive& archive() {
  static const Archive made({
      {.id = "lu",
       .date = "2020-07-02",
       .title = "Mưa lũ ở Bình Định",
       .body = "Ông Trần Văn Kha, Giám đốc Sở Y tế tỉnh Bình Định, cho biết ba trạm y tế hư hỏng. "
               "Theo ông Kha, thuốc men vẫn đủ dùng.",
       .author = "MÂY HẠ;Lan Hồ"},
      {.id = "cau",
       .date = "2020-07-03",
       .title = "Cầu mới qua sông",
       .body = "Bà Lê Thị Na, Phó Chủ tịch UBND tỉnh Phú Yên, cắt băng khánh thành cây cầu. "
               "Bà Na cảm ơn người dân tỉnh Phú Yên.",
       .author = "Lan Hồ"},
  });
  return made;
}

std::string found(const std::vector<std::string>& args) {
  std::vector<std::string> all = {"--sort", "oldest"};
  all.insert(all.end(), args.begin(), args.end());
  return listed(ids_of(archive().answer(all).hits));
}

}  // namespace

TEST_CASE("people are filtered by their names, unaccented, and by parts of them") {
  CHECK(found({"--person", "Trần Văn Kha"}) == "lu");
  CHECK(found({"--person", "tran van kha"}) == "lu");
  CHECK(found({"người:\"văn kha\""}) == "lu");
  CHECK(found({"--person", "!Lê Thị Na"}) == "lu");
  CHECK(found({"nhân-vật:na"}) == "cau");
  const Archive spoken({{.id = "a", .date = "2020-07-01", .title = "Một", .body = "Ông Kha nói."},
                        {.id = "b",
                         .date = "2020-07-02",
                         .title = "Hai",
                         .body = "Ông Trần Văn Kha, Chủ tịch hội, đến nơi."}});
  CHECK(listed(ids_of(spoken.answer({"--person", "kha", "--sort", "oldest"}).hits)).ends_with("b"));
}

TEST_CASE("places are filtered with their kind or without") {
  CHECK(found({"--place", "tỉnh Bình Định"}) == "lu");
  CHECK(found({"nơi:\"binh dinh\""}) == "lu");
  CHECK(found({"địa-danh:\"Phú Yên\""}) == "cau");
}

TEST_CASE("authors are filtered, counted and listed one by one") {
  CHECK(found({"--author", "Mây Hạ"}) == "lu");
  CHECK(found({"--author", "lan ho"}) == "lu cau");
  CHECK(found({"tác-giả:hạ"}) == "lu");
  CHECK(found({"--author", "!may ha"}) == "cau");
  CHECK(archive().search({"--list", "author"}).out == "1\tMây Hạ\n2\tLan Hồ\n");
  const Answer all = archive().answer({"--facets", "author", "--sort", "oldest"});
  CHECK(all.facets.at("author") == FacetCounts{{"Lan Hồ", 2}, {"Mây Hạ", 1}});
  const CliResult none = archive().search({"--author", "may haj"});
  CHECK(none.code == 2);
  CHECK(none.err ==
        "searcher: error: no author in this archive is called 'may haj'\n"
        "hint: did you mean Mây Hạ\n");
}

TEST_CASE("people are listed by given name, and lists take any word of theirs") {
  CHECK(archive().search({"--list", "person"}).out == "1\tTrần Văn Kha\n1\tLê Thị Na\n");
  CHECK(archive().search({"--list", "person", "na"}).out == "1\tLê Thị Na\n");
  CHECK(archive().search({"--list", "person", "le"}).out == "1\tLê Thị Na\n");
  CHECK(archive().search({"--list", "place", "phu yen"}).out == "1\ttỉnh Phú Yên\n");
}

TEST_CASE("lists and facets take the Vietnamese names of fields") {
  const std::string people = archive().search({"--list", "person"}).out;
  for (const char* name : {"người", "nhân-vật", "nhan vat", "Nhân vật"}) {
    CAPTURE(std::string(name));
    CHECK(archive().search({"--list", name}).out == people);
  }
  const auto facets =
      archive().answer({"--facets", "tổ-chức,nơi,nguoi", "--sort", "oldest"}).facets;
  CHECK(facets.size() == 3);
  CHECK(facets.contains("org"));
  CHECK(facets.contains("place"));
  CHECK(facets.contains("person"));
  const CliResult bad = archive().search({"--list", "người ta"});
  CHECK(bad.code == 2);
  CHECK(bad.err.starts_with("searcher: error: --list 'người ta' is not one of org, person, place"));
}
