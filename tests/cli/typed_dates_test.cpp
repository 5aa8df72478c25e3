// Dates in options and fields, in the forms that people type.
#include <doctest/doctest.h>

#include <ctime>

#include "common/text/dates/calendar.h"
#include "tests/support/known_articles.h"

using namespace khobao;
using namespace khobao::test;

TEST_CASE("typed dates: every form means the same days in options and in queries") {
  struct Case {
    std::string typed, want;  ///< `want` as YYYY-MM-DD..YYYY-MM-DD
  };
  for (const Case& c : {
           Case{"2020", "2020-01-01..2020-12-31"},
           Case{"31/12/2021", "2021-12-31..2021-12-31"},
           Case{"7/2020", "2020-07-01..2020-07-31"},
           Case{"2020-07", "2020-07-01..2020-07-31"},
           Case{"quý 3/2020", "2020-07-01..2020-09-30"},
           Case{"quy 3/2020", "2020-07-01..2020-09-30"},
           Case{"6 tháng đầu năm 2021", "2021-01-01..2021-06-30"},
           Case{"6 tháng cuối năm 2020", "2020-07-01..2020-12-31"},
           Case{"ngày 2 tháng 7 năm 2020", "2020-07-02..2020-07-02"},
           Case{"từ 7/2020 đến 1/2021", "2020-07-01..2021-01-31"},
           Case{"2020-W27", "2020-06-29..2020-07-05"},
       }) {
    CAPTURE(c.typed);
    const std::string want = known_archive().search({"--date", c.want, "-l"}).out;
    CHECK(want != "");
    CHECK(known_archive().search({"--date", c.typed, "-l"}).out == want);
    CHECK(known_archive().search({"--from", c.typed, "--to", c.typed, "-l"}).out == want);
    CHECK(known_archive().search({"date:\"" + c.typed + "\"", "-l"}).out == want);
  }
}

TEST_CASE("typed dates: relative days are counted from today") {
  constexpr long kDay = 86'400, kEast = 25'200;
  const auto day = [&](long before) {
    return to_string(
        text::day_of_number(static_cast<long>((std::time(nullptr) + kEast) / kDay) - before));
  };
  const Archive archive({{.id = "nay", .date = day(0), .title = "Tin nay", .body = "Cầu mới."},
                         {.id = "qua", .date = day(1), .title = "Tin qua", .body = "Cầu mới."},
                         {.id = "xua", .date = day(400), .title = "Tin xưa", .body = "Cầu mới."}});
  CHECK(listed(ids_of(archive.answer({"--date", "hôm qua"}).hits)) == "qua");
  CHECK(listed(ids_of(archive.answer({"--date", "yesterday"}).hits)) == "qua");
  CHECK(listed(ids_of(archive.answer({"date:\"hom nay\""}).hits)) == "nay");
  CHECK(listed(ids_of(archive.answer({"--date", "7 ngày qua"}).hits)) == "nay qua");
  CHECK(archive.search({"--date", "tuần trước", "--count"}).code <= 1);
  CHECK(archive.search({"--date", "last month", "--count"}).code <= 1);
}

TEST_CASE("typed dates: a day without a year says which one was taken") {
  const CliResult run = known_archive().search({"--date", "2/7", "--count"});
  CHECK(run.err.starts_with("searcher: warning: '2/7' was taken as 20"));
  CHECK(run.err.ends_with("-07-02; for another year, write it too\n"));
  const Answer answer = known_archive().answer({"cầu", "--from", "2/7"});
  REQUIRE(answer.notes.size() == 1);
  CHECK(answer.notes[0].starts_with("'2/7' was taken as 20"));
}

TEST_CASE("typed dates: a bad field of a query is left out with the reason") {
  const Answer answer = known_archive().answer({"cầu date:2020-13"});
  REQUIRE(answer.warnings.size() == 1);
  CHECK(answer.warnings[0].message.starts_with("'2020-13': 2020 has no month 13 and is left out"));
}
