#include "common/archive/facets/name_order.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

using namespace khobao;
using archive::FieldId;

namespace {

std::vector<std::string> sorted(FieldId field, std::vector<std::string> names) {
  std::shuffle(names.begin(), names.end(), std::mt19937(7));
  const archive::NameOrder order(field);
  std::sort(names.begin(), names.end(),
            [&](const std::string& a, const std::string& b) { return order.less(a, b); });
  return names;
}

}  // namespace

TEST_CASE("names: people are listed by given name, then by the whole name") {
  const std::vector<std::string> people = {
      "Trần Văn An",  "Lê Thị Ân",   "Đỗ Mây Bình", "Lê Cầu Bình",  "Trần Bình",    "Hồ Dung",
      "Lý Thái Đăng", "Kim Dong-un", "Ông Mây Lúa", "Barack Obama", "John Ó Cầu II"};
  CHECK(sorted(FieldId::person, people) ==
        std::vector<std::string>{"Trần Văn An", "Lê Thị Ân", "Đỗ Mây Bình", "Lê Cầu Bình",
                                 "Trần Bình", "John Ó Cầu II", "Kim Dong-un", "Hồ Dung",
                                 "Lý Thái Đăng", "Ông Mây Lúa", "Barack Obama"});
  CHECK(sorted(FieldId::author, {"Trần Ba", "Lê An"}) ==
        std::vector<std::string>{"Lê An", "Trần Ba"});
}

TEST_CASE("names: others are listed by their first word, numbers by their size") {
  CHECK(sorted(FieldId::place, {"quận 10", "quận 2", "Đà Nẵng", "Dĩ An", "Ấn Độ", "An Giang"}) ==
        std::vector<std::string>{"An Giang", "Ấn Độ", "Dĩ An", "Đà Nẵng", "quận 2", "quận 10"});
  CHECK(sorted(FieldId::organisation, {"Hội Ong", "Hội Ông", "Hội Ong Bò", "Hội An"}) ==
        std::vector<std::string>{"Hội An", "Hội Ong", "Hội Ong Bò", "Hội Ông"});
}

TEST_CASE("names: suffixes are no given name") {
  CHECK(archive::NameOrder::given_name("Trần Văn An") == "An");
  CHECK(archive::NameOrder::given_name("An") == "An");
  CHECK(archive::NameOrder::given_name("John Cầu Jr.") == "Cầu");
  CHECK(archive::NameOrder::given_name("II") == "II");
}
