// A query finds articles that write the same in other ways.
#include <doctest/doctest.h>

#include <algorithm>

#include "tests/support/archive.h"

using namespace khobao::test;

namespace {

// An invented archive in which each thing is written in several ways, one article each.
const Archive& archive() {
  static const Archive kArchive({
      {.id = "hdnd", .date = "2021-01-01", .title = "HĐND họp", .body = "HĐND xã Sao Kon đã họp."},
      {.id = "hoi-dong",
       .date = "2021-01-02",
       .title = "Kỳ họp",
       .body = "Hội đồng nhân dân xã Sao Kon đã họp."},
      {.id = "xiii", .date = "2021-01-03", .title = "Văn kiện", .body = "Văn kiện Đại hội XIII."},
      {.id = "13", .date = "2021-01-04", .title = "Văn kiện", .body = "Văn kiện Đại hội 13."},
      {.id = "lan-thu",
       .date = "2021-01-05",
       .title = "Văn kiện",
       .body = "Văn kiện Đại hội lần thứ mười ba."},
      {.id = "xiv", .date = "2021-01-06", .title = "Chuẩn bị", .body = "Chuẩn bị Đại hội XIV."},
      {.id = "ky", .date = "2021-01-07", .title = "Bài", .body = "Nâng cao kỹ thuật trồng bưởi."},
      {.id = "ki", .date = "2021-01-08", .title = "Bài", .body = "Nâng cao kĩ thuật trồng bưởi."},
      {.id = "moscow", .date = "2021-01-09", .title = "Bài", .body = "Triển lãm ở Moscow."},
      {.id = "mat-xco-va", .date = "2021-01-10", .title = "Bài", .body = "Hội chợ Mát-xcơ-va."},
      {.id = "dak-lak", .date = "2021-01-11", .title = "Bài", .body = "Cà phê Đắk Lắk được mùa."},
      {.id = "dac-lac", .date = "2021-01-12", .title = "Bài", .body = "Hồ tiêu Đắc Lắc mất mùa."},
      {.id = "chi-thi",
       .date = "2021-01-13",
       .title = "Bài",
       .body = "Quán triệt Chỉ thị số 35 của cấp trên."},
      {.id = "ct-tw",
       .date = "2021-01-14",
       .title = "Bài",
       .body = "Thực hiện Chỉ thị 35-CT/TW ở xã."},
      {.id = "lsk-1",
       .date = "2021-01-15",
       .title = "Bài",
       .body = "Liên minh Sản xuất Khoai (LMSXK) ra mắt."},
      {.id = "lsk-2",
       .date = "2021-01-16",
       .title = "Bài",
       .body = "Ông Bảy nói Liên minh Sản xuất Khoai (LMSXK) có mười hội viên."},
      {.id = "lsk-3", .date = "2021-01-17", .title = "Bài", .body = "LMSXK vừa mở lớp học."},
      {.id = "lsk-4",
       .date = "2021-01-18",
       .title = "Bài",
       .body = "Liên minh Sản xuất Khoai xây kho lạnh."},
  });
  return kArchive;
}

// The ids of the matches, sorted.
std::string matches_of(const std::string& query) {
  auto ids = ids_of(archive().answer({"--sort", "newest", "--limit", "100", "--", query}).hits);
  std::sort(ids.begin(), ids.end());
  return listed(ids);
}

}  // namespace

TEST_CASE("equivalents: however it is written, it is found") {
  struct Case {
    std::string name, query, want;
  };
  for (const Case& c : {
           Case{"an abbreviation", "HĐND xã", "hdnd hoi-dong"},
           Case{"without accents", "hdnd", "hdnd hoi-dong"},
           Case{"its name", "Hội đồng nhân dân", "hdnd hoi-dong"},
           Case{"in quotation marks", "\"HĐND xã\"", "hdnd hoi-dong"},
           Case{"Roman letters", "Đại hội XIII", "13 lan-thu xiii"},
           Case{"digits", "Đại hội 13", "13 lan-thu xiii"},
           Case{"words", "Đại hội lần thứ mười ba", "13 lan-thu xiii"},
           Case{"X is not the beginning of XIV", "Đại hội X", ""},
           Case{"nor is XI of XIII", "Đại hội XI", ""},
           Case{"i for y", "kĩ thuật", "ki ky"},
           Case{"y for i", "kỹ thuật", "ki ky"},
           Case{"a city", "Mátxcơva", "mat-xco-va moscow"},
           Case{"by another name", "Moskva", "mat-xco-va moscow"},
           Case{"a province", "Đắc Lắc", "dac-lac dak-lak"},
           Case{"joined", "Daklak", "dac-lac dak-lak"},
           Case{"a document by kind and number", "chỉ thị 35", "chi-thi ct-tw"},
           Case{"with số", "chỉ thị số 35", "chi-thi ct-tw"},
           Case{"the letters of the kind", "CT 35", "chi-thi ct-tw"},
           Case{"the whole number in small letters", "35-ct/tw", "chi-thi ct-tw"},
           Case{"with a space for the dash", "35 CT/TW", "chi-thi ct-tw"},
           Case{"kind and whole number", "chỉ thị 35 – CT / TƯ", "chi-thi ct-tw"},
           Case{"what articles introduce in brackets", "LMSXK", "lsk-1 lsk-2 lsk-3 lsk-4"},
           Case{"its name", "liên minh sản xuất khoai", "lsk-1 lsk-2 lsk-3 lsk-4"},
       }) {
    SUBCASE(c.name.c_str()) { CHECK(matches_of(c.query) == c.want); }
  }
}

TEST_CASE("equivalents: what was typed comes first") {
  CHECK(archive().answer({"kĩ thuật trồng bưởi"}).hits.front().id == "ki");
  CHECK(archive().answer({"kỹ thuật trồng bưởi"}).hits.front().id == "ky");
}

TEST_CASE("equivalents: they are told, and --literal does without") {
  const Answer answer = archive().answer({"HĐND"});
  REQUIRE(answer.notes.size() == 1);
  CHECK(answer.notes.front() == "also read: 'hđnd' as hội đồng nhân dân");
  CHECK(answer.interpreted.find("hội đồng nhân dân") != std::string::npos);
  const Answer literal = archive().answer({"--literal", "HĐND"});
  CHECK(literal.notes.empty());
  CHECK(listed(ids_of(literal.hits, true)) == "hdnd");
  CHECK(archive().search({"HĐND"}).out.starts_with("also read: 'hđnd' as hội đồng nhân dân\n"));
}

TEST_CASE("equivalents: abbreviations that only deleted articles introduced are read no more") {
  const Archive own;
  const auto write = [&](int number, const std::string& text) {
    own.write("bao/" + std::to_string(number) + ".txt",
              plain_text({.id = "", .date = "2021-03-02", .title = "Vụ khoai", .body = text}));
  };
  for (int i = 0; i < 2; ++i) write(i, "Liên minh sản xuất khoai (LMSXK) họp bàn về giống mới.");
  for (int i = 2; i < 20; ++i) write(i, "Liên minh sản xuất khoai gặp bà con xã Đồng Mây.");
  REQUIRE(own.update({"bao"}).code == 0);
  CHECK(own.answer({"--facets", "date", "LMSXK"}).total == 20);
  write(1, "Liên minh sản xuất khoai họp lại.");
  REQUIRE(own.update({}).code == 0);
  CHECK(own.answer({"--facets", "date", "LMSXK"}).total == 1);
}
