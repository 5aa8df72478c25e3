// The values of the date facet: which day falls under which, and what comes next.
#include "searcher/show/date_steps.h"

#include <doctest/doctest.h>

using namespace khobao;
using searcher::DateStep;

TEST_CASE("date steps: days, ISO weeks, months and years") {
  struct Case {
    text::Day day;
    std::string week;
  };
  for (const Case& c : {Case{{2020, 7, 2}, "2020-W27"}, Case{{2021, 1, 3}, "2020-W53"},
                        Case{{2021, 1, 4}, "2021-W01"}, Case{{2018, 12, 31}, "2019-W01"},
                        Case{{2016, 1, 1}, "2015-W53"}}) {
    CAPTURE(c.week);
    const std::string week = show::date_value(c.day, DateStep::week);
    CHECK(week == c.week);
    const auto span = text::read_day_span(week);
    REQUIRE(span);
    CHECK(span->first <= c.day);
    CHECK(c.day <= span->last);
    CHECK(day_number(span->last) - day_number(span->first) == 6);
  }
  CHECK(show::date_value({2020, 7, 2}, DateStep::day) == "2020-07-02");
  CHECK(show::date_value({2020, 7, 2}, DateStep::month) == "2020-07");
  CHECK(show::date_value({2020, 7, 2}, DateStep::year) == "2020");
}

TEST_CASE("date steps: the next value is of the same step") {
  const std::pair<const char*, const char*> cases[] = {
      {"2020-02-28", "2020-02-29"}, {"2020-12-31", "2021-01-01"}, {"2020-12", "2021-01"},
      {"2020-W53", "2021-W01"},     {"2019-W52", "2020-W01"},     {"2020", "2021"},
      {"2100-12", ""},              {"undated", ""},              {"", ""},
      {"2020-13", ""}};
  for (const auto& [value, next] : cases) {
    CAPTURE(value);
    CHECK(show::next_date_value(value) == next);
  }
}
