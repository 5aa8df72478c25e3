#include "searcher/filter/date_bounds.h"

#include <doctest/doctest.h>

using namespace khobao;

TEST_CASE("dates: both ends of a range are included") {
  struct Case {
    std::string from, to, want_from, want_to;
  };
  for (const Case& c : {
           Case{"2020", "2020", "20200101", "20201231"},
           Case{"2020-07", "2020-07", "20200701", "20200731"},
           Case{"2020-02", "2020-02", "20200201", "20200229"},
           Case{"2100-02", "2100-02", "21000201", "21000228"},
           Case{"2021-02", "2021-02", "20210201", "20210228"},
           Case{"2020-07-15", "2020-07-15", "20200715", "20200715"},
           Case{"", "2020-12", "", "20201231"},
           Case{"2020", "", "20200101", ""},
           Case{"", "", "", ""},
       }) {
    CAPTURE(c.from);
    CAPTURE(c.to);
    const auto range = filter::date_range(c.from, c.to);
    REQUIRE(range);
    CHECK(range->from == c.want_from);
    CHECK(range->to == c.want_to);
  }
}

TEST_CASE("dates: what is no date is a usage error that shows the form") {
  for (const char* bad : {"2", "20", "202", "20200", "2020-7", "2020-07-", "2020-13", "2020-00",
                          "2020-02-30", "2021-02-29", "2020-07-00", "2020/07/02", "02-07-2020",
                          "2020-07-02T08:00", "abcd", "2020-ab", "٢٠٢٠"}) {
    CAPTURE(std::string(bad));
    const auto from = filter::date_range(bad, ""), to = filter::date_range("", bad);
    REQUIRE_FALSE(from);
    REQUIRE_FALSE(to);
    CHECK(from.error().code == ErrorCode::usage);
    CHECK(from.error().message == "--from '" + std::string(bad) + "' is not a date");
    CHECK(to.error().hint == "give YYYY, YYYY-MM or YYYY-MM-DD, as in --to 2020-07");
  }
  CHECK_FALSE(filter::date_range("2020-07-02", "2020-07-01"));
  CHECK(filter::date_range("2020-07-02", "2020"));
}
