// People and places from the text to filters, facets, lists and answers.
#include <doctest/doctest.h>

#include <algorithm>

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

TEST_CASE("places and foreign people are found by other forms that are known of them") {
  // Invented.
  const Archive named({
      {.id = "a", .date = "2023-05-02", .title = "Mưa lớn", .body = "Mưa lớn ở TP.HCM và tỉnh Đắk Lắk."},
      {.id = "b", .date = "2023-05-03", .title = "Thăm viếng", .body = "Tổng thống Mỹ Donald Trump thăm Moskva."},
  });
  const auto count = [&](const char* option, const char* value) {
    return named.search({"--count", option, value}).out;
  };
  for (const char* place : {"hcm", "TP.HCM", "tphcm", "thành phố HCM", "sài gòn", "sai gon", "dac lac"}) {
    CAPTURE(std::string(place));
    CHECK(count("--place", place) == "1\n");
  }
  for (const char* place : {"hoa kỳ", "hoa ky", "Mát-xcơ-va", "moscow"}) {
    CAPTURE(std::string(place));
    CHECK(count("--place", place) == "1\n");
  }
  CHECK(count("--person", "Đô-nan Trăm") == "1\n");
  CHECK(named.search({"--count", "nơi:\"hoa kỳ\""}).out == "1\n");
  CHECK(named.search({"--place", "Xanh Pê-téc-bua"}).code == 2);
}

TEST_CASE("communes of one name are told apart by what articles print around them") {
  // Invented.
  const std::vector<TestArticle> articles = {
      {.id = "a", .date = "2023-05-02", .title = "Mưa", .body = "Mưa ở xã Đồi Sim, huyện Phù Mỹ, tỉnh Bình Định."},
      {.id = "b", .date = "2023-05-03", .title = "Nắng", .body = "Nắng ở xã Đồi Sim (huyện Sóc Sơn, Hà Nội)."},
      {.id = "c", .date = "2023-05-04", .title = "Gió", .body = "Gió ở xã Đồi Sim. Huyện Phù Mỹ vắng."},
      {.id = "d", .date = "2023-05-05", .title = "Bão", .body = "Bão vào xã Hàng Cói, huyện Phù Mỹ."},
      {.id = "e", .date = "2023-05-06", .title = "Lũ", .body = "Lũ về xã Hàng Cói."},
      {.id = "f", .date = "2025-08-06", .title = "Lễ", .body = "Xã Hàng Cói (nay là xã Mây Hạ) có lễ."},
      {.id = "g", .date = "2025-08-07", .title = "Hội", .body = "Hội làng ở xã Mây Hạ."},
  };
  const Archive tied(articles);
  const auto ids = [&](const std::vector<std::string>& args) {
    std::vector<std::string> all = {"--sort", "oldest"};
    all.insert(all.end(), args.begin(), args.end());
    return listed(ids_of(tied.answer(all).hits));
  };
  CHECK(ids({"--place", "xã Đồi Sim"}) == "a b c");
  CHECK(ids({"--place", "xã Đồi Sim, huyện Phù Mỹ"}) == "a c");
  CHECK(ids({"--place", "doi sim, phu my"}) == "a c");
  CHECK(ids({"--place", "Đồi Sim, Phù Mỹ, Bình Định"}) == "a");
  CHECK(ids({"nơi:\"đồi sim, sóc sơn\""}) == "b");
  CHECK(ids({"--place", "xã Hàng Cói, huyện Phù Mỹ"}) == "d e f");
  CHECK(ids({"--place", "!xã Đồi Sim, huyện Phù Mỹ"}) == "b d e f g");
  CHECK(ids({"--place", "xã Mây Hạ"}) == "f g");
  CHECK(ids({"--place", "xã Mây Hạ", "--with-predecessors"}) == "d e f g");
  CHECK(ids({"--place", "xã Hàng Cói", "--with-predecessors"}) == "d e f g");
  const Answer several = tied.answer({"--place", "xã Đồi Sim"});
  const std::string note =
      "xã Đồi Sim is printed as part of huyện Phù Mỹ; huyện Sóc Sơn; one of them is asked for as in --place 'xã Đồi Sim, huyện Phù Mỹ'";
  CHECK(std::find(several.notes.begin(), several.notes.end(), note) != several.notes.end());
  const std::string in = "place 'doi sim, phu my' is xã Đồi Sim in huyện Phù Mỹ";
  const Answer one = tied.answer({"--place", "doi sim, phu my"});
  CHECK(std::find(one.notes.begin(), one.notes.end(), in) != one.notes.end());
  const CliResult none = tied.search({"--place", "xã Đồi Sim, huyện Phù My"});
  CHECK(none.code != 70);
  CHECK(tied.search({"--place", "xã Đồi Sim, huyện Không Có"}).code == 2);

  // An article that goes takes what it alone printed with it.
  std::vector<TestArticle> fewer(articles.begin(), articles.end());
  fewer.erase(fewer.begin() + 1);
  tied.write("articles.jsonl", json_lines(fewer));
  REQUIRE(tied.update({"articles.jsonl"}).code == 0);
  CHECK(ids({"--place", "xã Đồi Sim, huyện Phù Mỹ"}) == "a c");
  const Answer left = tied.answer({"--place", "xã Đồi Sim"});
  CHECK(std::find(left.notes.begin(), left.notes.end(), note) == left.notes.end());
}
