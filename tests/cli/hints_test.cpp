// What else may have been meant is offered in a line.
#include <doctest/doctest.h>

#include "tests/support/known_articles.h"

using namespace khobao::test;

TEST_CASE("hints: and, or and not in small letters, where they would change the answer") {
  const CliResult text = known_archive().search({"covid or gạo"});
  CHECK(text.out.find("'and', 'or' and 'not' are words in small letters; as operators: searcher "
                      "'covid OR gạo' (6 articles match)\n") != std::string::npos);
  const CliResult count = known_archive().search({"--count", "cầu not covid"});
  CHECK(count.err.find("searcher 'cầu NOT covid' (") != std::string::npos);
  CHECK(known_archive().search({"covid OR gạo"}).out.find("small letters") == std::string::npos);
  CHECK(known_archive().search({"\"covid or gạo\""}).out.find("small letters") ==
        std::string::npos);
  CHECK(known_archive().search({"or gạo"}).out.find("small letters") == std::string::npos);
}

TEST_CASE("hints: documents by what people call them") {
  const Archive archive(
      {{.id = "chi-thi",
        .date = "2020-07-02",
        .title = "Triển khai",
        .body = "Hội nghị triển khai Chỉ thị số 35-CT/TW của Bộ Chính trị."},
       {.id = "nghi-dinh",
        .date = "2020-07-03",
        .title = "Quy định",
        .body = "Nghị định số 35/2021/NĐ-CP quy định chi tiết."},
       {.id = "khac", .date = "2020-07-04", .title = "Tin", .body = "Nghị quyết số 18-NQ/TW."}});
  for (const char* typed : {"Chỉ thị 35", "Chi thi 35", "chi thi so 35", "CT 35", "ct35"}) {
    CAPTURE(typed);
    CHECK(listed(ids_of(archive.answer({"--doc", typed}).hits)) == "chi-thi");
  }
  const CliResult number = archive.search({"--doc", "35"});
  CHECK(number.code == 2);
  CHECK(number.err ==
        "searcher: error: doc '35' may be one of several documents\nhint: Chỉ thị 35-CT/TW "
        "(khóa XII); Nghị định 35/2021/NĐ-CP\n");
}
