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
               "Theo ông Kha, thuốc men vẫn đủ dùng."},
      {.id = "cau",
       .date = "2020-07-03",
       .title = "Cầu mới qua sông",
       .body = "Bà Lê Thị Na, Phó Chủ tịch UBND tỉnh Phú Yên, cắt băng khánh thành cây cầu. "
               "Bà Na cảm ơn người dân tỉnh Phú Yên."},
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
}

TEST_CASE("places are filtered with their kind or without") {
  CHECK(found({"--place", "tỉnh Bình Định"}) == "lu");
  CHECK(found({"nơi:\"binh dinh\""}) == "lu");
  CHECK(found({"địa-danh:\"Phú Yên\""}) == "cau");
}
