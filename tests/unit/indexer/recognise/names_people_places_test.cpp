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
