#include <doctest/doctest.h>

#include <algorithm>

#include "indexer/recognise/recogniser.h"

using namespace khobao::names;
using khobao::recognise::Recogniser;

namespace {

const Gazetteer& gazetteer() {
  static const Gazetteer instance;
  return instance;
}

Findings recognise(std::vector<std::string_view> paragraphs) {
  Recogniser recogniser(gazetteer());
  return recogniser.recognise(
      {.title = "", .paragraphs = std::move(paragraphs), .published = "", .outlet = ""});
}

template <class Entry>
std::vector<std::string> names_of(const std::vector<Entry>& entries) {
  std::vector<std::string> names;
  for (const Entry& entry : entries) names.push_back(entry.name);
  return names;
}

using Names = std::vector<std::string>;

}  // namespace

// All articles here are invented.
TEST_CASE("short forms are mentions of the person named in full") {
  const auto found = recognise(
      {"Ông Trần Văn Kha, Giám đốc Sở Y tế tỉnh Bình Định, cho biết mưa lũ đã làm hư hỏng ba trạm y tế. "
       "Theo ông Kha, thuốc men vẫn đủ dùng.",
       "Bà Lê Thị Na (Phó Chủ tịch UBND tỉnh) nói sẽ hỗ trợ. Bà Na cảm ơn người dân."});
  REQUIRE(found.people.size() == 2);
  CHECK(found.people[0].name == "Trần Văn Kha");
  CHECK(found.people[0].surfaces == Names{"Trần Văn Kha", "Kha"});
  CHECK(found.people[0].mentions == 2);
  CHECK(found.people[0].posts == Names{"Giám đốc Sở Y tế tỉnh Bình Định"});
  CHECK(found.people[1].name == "Lê Thị Na");
  CHECK(found.people[1].surfaces == Names{"Lê Thị Na", "Na"});
  CHECK(found.people[1].posts == Names{"Phó Chủ tịch UBND tỉnh"});
}

TEST_CASE("a post in front of a name ends where the name begins") {
  const auto found = recognise(
      {"Tại buổi lễ, Chủ tịch UBND tỉnh Phú Yên Nguyễn Văn Tám phát biểu khai mạc."});
  REQUIRE(found.people.size() == 1);
  CHECK(found.people[0].name == "Nguyễn Văn Tám");
  CHECK(found.people[0].posts == Names{"Chủ tịch UBND tỉnh Phú Yên"});
}

TEST_CASE("a bare place is the one that the article prints with its kind") {
  const auto found = recognise(
      {"Xã Hoài Sơn thuộc huyện Tuy Phước, tỉnh Bình Định. Người dân Tuy Phước và Bình Định đón mưa.",
       "Đoàn khách đến từ Hoa Kỳ và Mỹ."});
  const auto names = names_of(found.places);
  CHECK(std::count(names.begin(), names.end(), "huyện Tuy Phước") == 1);
  CHECK(std::count(names.begin(), names.end(), "tỉnh Bình Định") == 1);
  CHECK(std::count(names.begin(), names.end(), "Mỹ") == 1);
  for (const PlaceNamed& place : found.places) {
    if (place.name == "tỉnh Bình Định") CHECK(place.surfaces == Names{"tỉnh Bình Định", "Bình Định"});
    if (place.name == "Mỹ") CHECK(place.kind == "quốc gia");
  }
}

TEST_CASE("mentions of people and places slice back to their surfaces") {
  const std::string_view body =
      "Thủ tướng Phạm Văn Hòa thăm tỉnh Phú Yên. Ông Hòa cảm ơn người dân Phú Yên.";
  const auto found = recognise({body});
  const auto check = [&](const auto& entries) {
    for (const auto& entry : entries) {
      CHECK(static_cast<size_t>(entry.mentions) == entry.where.size());
      for (const Mention& where : entry.where) {
        const std::string surface(body.substr(where.begin_byte, where.end_byte - where.begin_byte));
        CHECK(std::count(entry.surfaces.begin(), entry.surfaces.end(), surface) == 1);
      }
    }
  };
  CHECK_FALSE(found.people.empty());
  CHECK_FALSE(found.places.empty());
  check(found.people);
  check(found.places);
}

TEST_CASE("a word of the article is one name of one kind") {
  const auto found = recognise({"Bệnh viện Trần Hoài Sơn ở thành phố Quy Nhơn tiếp nhận ông Sơn."});
  CHECK(names_of(found.places) == Names{"thành phố Quy Nhơn"});
}

TEST_CASE("no person or place goes on over a comma or a bracket") {
  const auto found = recognise(
      {"Đoàn đã qua Thanh Hóa, Nghệ An và Quảng Bình (Đồng Hới). Ông Trần Văn Kha (Lê Thị Na thay mặt) "
       "cảm ơn."});
  for (const PlaceNamed& place : found.places) CHECK(place.name.find_first_of(",()") == std::string::npos);
  for (const Person& person : found.people) CHECK(person.name.find_first_of(",()") == std::string::npos);
}

TEST_CASE("spellings of one foreign name are one person, one place") {
  const auto found = recognise(
      {"Tổng thống Nga Vladimir Putin gặp Tổng thống Mỹ. Ông Pu-tin nói với báo chí tại Mát-xcơ-va; "
       "hôm sau ông Putin rời Moscow."});
  REQUIRE(found.people.size() == 1);
  CHECK(found.people[0].name == "Vladimir Putin");
  CHECK(found.people[0].mentions == 3);
  const auto names = names_of(found.places);
  CHECK(std::count(names.begin(), names.end(), "Moskva") == 1);
}

TEST_CASE("former names of places are places") {
  const auto found = recognise(
      {"Xã Hoài Sơn, tỉnh Gia Lai (Bình Định cũ) và đặc khu Phú Quý, tỉnh Lâm Đồng đón khách."});
  const auto names = names_of(found.places);
  for (const char* name : {"xã Hoài Sơn", "tỉnh Gia Lai", "tỉnh Bình Định", "đặc khu Phú Quý", "tỉnh Lâm Đồng"})
    CHECK_MESSAGE(std::count(names.begin(), names.end(), name) == 1, name);
}

TEST_CASE("a name that begins like a level is that name") {
  const auto names = names_of(recognise({"Người dân Sóc Sơn (Hà Nội) phản ánh tại huyện Sóc Sơn."}).places);
  CHECK(std::count(names.begin(), names.end(), "huyện Sóc Sơn") == 1);
  CHECK(std::count(names.begin(), names.end(), "sóc Sơn") == 0);
}

TEST_CASE("people of one name are told apart by what is printed of their birth") {
  const auto found = recognise(
      {"Công an bắt Trần Văn Kha (SN 1990, ở Phú Yên) và Trần Văn Kha (SN 1985, ở Bình Định).",
       "Anh Trần Văn Kha (sinh năm 1990) khai nhận. Bà Lê Thị Na, 45 tuổi, và bà Lê Thị Na, 62 tuổi, "
       "là nhân chứng; bà Na nói ít."});
  CHECK(names_of(found.people) == Names{"Trần Văn Kha", "Trần Văn Kha", "Lê Thị Na", "Lê Thị Na"});
  REQUIRE(found.people.size() == 4);
  CHECK(found.people[0].mentions == 2);
  CHECK(found.people[1].mentions == 1);
  CHECK(found.people[3].mentions == 2);
}

TEST_CASE("places of a list have the kind that it shares") {
  const auto names = names_of(
      recognise({"Mưa lớn làm ngập các tuyến đường Hàng Sen, Hàng Cói và Trần Văn Kha ở quận 4.",
                 "Nước lên ở các xã Hoài Sơn, Hoài Cát, huyện Tuy Phước."})
          .places);
  for (const char* name : {"đường Hàng Sen", "đường Hàng Cói", "xã Hoài Sơn", "xã Hoài Cát", "huyện Tuy Phước"})
    CHECK_MESSAGE(std::count(names.begin(), names.end(), name) == 1, name);
}

TEST_CASE("a place is a province, a town or a club by what stands beside it") {
  const auto found = recognise(
      {"Đội Thanh Hóa thắng Sông Lam Nghệ An ở vòng 5 V-League. HLV khen tiền đạo ghi bàn, thủ môn bắt "
       "phạt đền.",
       "Mưa lớn ở tỉnh Thanh Hóa. Sau đó UBND TP Thanh Hóa họp tại thành phố Thanh Hóa."});
  const auto bodies = names_of(found.organisations), places = names_of(found.places);
  CHECK(std::count(bodies.begin(), bodies.end(), "FLC Thanh Hóa") == 1);
  CHECK(std::count(bodies.begin(), bodies.end(), "Ủy ban nhân dân thành phố Thanh Hóa") == 1);
  CHECK(std::count(places.begin(), places.end(), "tỉnh Thanh Hóa") == 1);
  CHECK(std::count(places.begin(), places.end(), "thành phố Thanh Hóa") == 1);
}

TEST_CASE("a foreign name written by syllables is one name") {
  const auto found = recognise(
      {"Tổng thống U-crai-na V.Dê-len-xki hội đàm với Tổng thống Mỹ Đô-nan Trăm tại Mát-xcơ-va. Ông Dê-len-xki cảm ơn ông Trăm. "
       "Ngoại trưởng Xéc-gây La-vrốp và Thủ tướng Nga Mi-khai-in Mi-su-xtin cùng dự. Bệnh viện mua máy X-quang."});
  CHECK(names_of(found.people) ==
        Names{"Zelensky", "Donald Trump", "Xéc-gây La-vrốp", "Mi-khai-in Mi-su-xtin"});
  REQUIRE(found.people.size() == 4);
  CHECK(found.people[0].surfaces == Names{"V.Dê-len-xki", "Dê-len-xki"});
  CHECK(found.people[0].mentions == 2);
  CHECK(found.people[1].surfaces == Names{"Đô-nan Trăm", "Trăm"});
  CHECK(names_of(found.places) == Names{"Ukraine", "Mỹ", "Moskva", "Nga"});
}

TEST_CASE("an initial in front of a known foreign name makes no other person of it") {
  const auto found = recognise({"Tổng thống Nga V.Pu-tin gặp Tổng thống Pháp E.Macron. Ông Pu-tin vui."});
  CHECK(names_of(found.people) == Names{"Putin", "Macron"});
}

TEST_CASE("goods that begin with their maker's name are no people") {
  const auto found = recognise({"Mẫu xe Toyota Vios bán chạy hơn Hyundai Accent. Ông Harrison Ford mua xe."});
  CHECK(names_of(found.people) == Names{"Harrison Ford"});
}

TEST_CASE("a sentence ends after the short form of a city, and begins with the next one's person") {
  const auto found = recognise({"Ông Trần Văn Kha đi kiểm tra các chợ ở TP. Ông Kha nói vậy."});
  CHECK(names_of(found.people) == Names{"Trần Văn Kha"});
  CHECK(names_of(found.places).empty());
}

TEST_CASE("a list's own kind tells what its places are, whatever the gazetteer knows") {
  const auto found = recognise({"Các xã Cát Hải, Cát Tài (huyện Phù Cát) mất điện. Đặc khu Côn Đảo, TP.HCM yên tĩnh."});
  CHECK(names_of(found.places) ==
        Names{"xã Cát Hải", "xã Cát Tài", "huyện Phù Cát", "đặc khu Côn Đảo", "thành phố Hồ Chí Minh"});
}

TEST_CASE("years, two countries and the next sentence are no people") {
  const auto found = recognise(
      {"Báo Xuân Đinh Dậu trưng bày ở hội báo. Quan hệ Mỹ-Nga được bàn đến.",
       "Ông Lê Đinh Dậu xem tiết mục của cô Minh Hải Tối 21.6."});
  CHECK(names_of(found.people) == Names{"Lê Đinh Dậu", "Minh Hải"});
  CHECK(names_of(found.places) == Names{"Mỹ", "Nga"});
}
