// Dates as people type them in options and fields.
#include "searcher/filter/date_bounds.h"

#include <doctest/doctest.h>

#include "searcher/filter/date_field.h"

using namespace khobao;

namespace {

constexpr text::Day kToday{2026, 3, 10};  // a Tuesday

}  // namespace

TEST_CASE("dates: both ends of a range are included, in any form") {
  struct Case {
    std::string on, from, to, want_from, want_to;
  };
  for (const Case& c : {
           Case{"", "2020", "2020", "20200101", "20201231"},
           Case{"", "2020-07", "2020-07", "20200701", "20200731"},
           Case{"", "2020-02", "2020-02", "20200201", "20200229"},
           Case{"", "2100-02", "2100-02", "21000201", "21000228"},
           Case{"", "2020-07-15", "2020-07-15", "20200715", "20200715"},
           Case{"", "", "2020-12", "", "20201231"},
           Case{"", "2020", "", "20200101", ""},
           Case{"", "", "", "", ""},
           Case{"", "31/12/2019", "7/2020", "20191231", "20200731"},
           Case{"quý 3/2020", "", "", "20200701", "20200930"},
           Case{"6 tháng đầu năm 2020", "", "", "20200101", "20200630"},
           Case{"2019..3/2020", "", "", "20190101", "20200331"},
           Case{"..2020", "", "", "", "20201231"},
           Case{"2020-W27", "", "", "20200629", "20200705"},
           Case{"hôm qua", "", "", "20260309", "20260309"},
           Case{"hom qua", "", "", "20260309", "20260309"},
           Case{"tuần trước", "", "", "20260302", "20260308"},
           Case{"last month", "", "", "20260201", "20260228"},
           Case{"2020", "2020-05", "", "20200501", "20201231"},
           Case{"2020", "", "5/2020", "20200101", "20200531"},
       }) {
    CAPTURE(c.on);
    CAPTURE(c.from);
    CAPTURE(c.to);
    const auto read = filter::date_range({c.on, c.from, c.to}, kToday);
    REQUIRE(read);
    CHECK(read->range.from == c.want_from);
    CHECK(read->range.to == c.want_to);
    CHECK(read->notes.empty());
  }
}

TEST_CASE("dates: without a year, the newest that has come is taken, and said") {
  struct Case {
    std::string on, want_from, want_to, note;
  };
  for (const Case& c : {
           Case{"2/3", "20260302", "20260302",
                "'2/3' was taken as 2026-03-02; for another year, write it too"},
           Case{"2/7", "20250702", "20250702",
                "'2/7' was taken as 2025-07-02; for another year, write it too"},
           Case{"tháng 7", "20250701", "20250731",
                "'tháng 7' was taken as 2025-07-01 to 2025-07-31; for another year, write it too"},
           Case{"1/7..2/7", "20250701", "20250702",
                "'1/7' was taken as 2025-07-01; for another year, write it too. '2/7' was taken as "
                "2025-07-02; for another year, write it too"},
       }) {
    CAPTURE(c.on);
    const auto read = filter::date_range({c.on, "", ""}, kToday);
    REQUIRE(read);
    CHECK(read->range.from == c.want_from);
    CHECK(read->range.to == c.want_to);
    REQUIRE(read->notes.size() == 1);
    CHECK(read->notes[0] == c.note);
  }
}

TEST_CASE("dates: what is no date is a usage error that says why") {
  struct Case {
    std::string typed, message;
  };
  for (const Case& c : {
           Case{"2020-13", "--from '2020-13': 2020 has no month 13"},
           Case{"13/2020", "--from '13/2020': 2020 has no month 13"},
           Case{"2020-00", "--from '2020-00': 2020 has no month 0"},
           Case{"2020-02-30", "--from '2020-02-30': 2020-02 has no day 30"},
           Case{"30/2/2020", "--from '30/2/2020': 2020-02 has no day 30"},
           Case{"2021-02-29", "--from '2021-02-29': 2021-02 has no day 29"},
           Case{"2", "--from '2' is not a date"},
           Case{"202", "--from '202' is not a date"},
           Case{"20200", "--from '20200' is not a date"},
           Case{"2020-07-", "--from '2020-07-' is not a date"},
           Case{"2020-07-02T08:00", "--from '2020-07-02T08:00' is not a date"},
           Case{"sắp tới", "--from 'sắp tới' is not a date"},
           Case{"2020-ab", "--from '2020-ab' is not a date"},
           Case{"٢٠٢٠", "--from '٢٠٢٠' is not a date"},
       }) {
    CAPTURE(c.typed);
    const auto read = filter::date_range({"", c.typed, ""}, kToday);
    REQUIRE_FALSE(read);
    CHECK(read.error().code == ErrorCode::usage);
    CHECK(read.error().message == c.message);
    CHECK(read.error().hint ==
          "give a day, month, quarter or year, as in --from 2/7/2020, --from 2020-07, --from 'quý "
          "3/2020' or --from 'tuần trước'");
  }
  CHECK_FALSE(filter::date_range({"", "2020-07-02", "2020-07-01"}, kToday));
  CHECK(filter::date_range({"", "2020-07-02", "2020"}, kToday));
  CHECK_FALSE(filter::date_range({"2020", "2021", ""}, kToday));
}

TEST_CASE("dates: the field of queries takes the same forms, and none") {
  const auto quarter = filter::read_date_field("quý 3/2020", kToday);
  REQUIRE(quarter);
  CHECK(quarter->range.from == "20200701");
  CHECK(filter::read_date_field("không", kToday)->undated);
  const Message note = filter::read_date_field("2/7", kToday)->note;
  CHECK(note.starts_with("'2/7' was taken as 2025-07-02"));
  CHECK(note.in(Language::vietnamese).starts_with("'2/7' được hiểu là 02/07/2025;"));
  CHECK(filter::read_date_field("2020-13", kToday).error().message ==
        "'2020-13': 2020 has no month 13");
  CHECK(filter::read_date_field("mai sau", kToday).error().message ==
        "'mai sau' is no date or range of dates");
}
