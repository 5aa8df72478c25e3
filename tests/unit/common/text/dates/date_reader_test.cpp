#include "common/text/dates/date_reader.h"

#include <doctest/doctest.h>

#include "common/text/dates/moment_reader.h"

using namespace khobao::text;

namespace {
std::string found_at(std::string_view text, bool short_years = false) {
  const auto found = date_at(text, 0, short_years);
  if (!found) return "";
  const Day d = found->day;
  return std::to_string(d.year) + "-" + std::to_string(d.month) + "-" + std::to_string(d.day) +
         "@" + std::to_string(found->end);
}
}  // namespace

TEST_SUITE("text/date_reader") {
  TEST_CASE("a date is read where it begins") {
    struct Case {
      const char *name, *in, *want;
    };
    for (const Case& c : {Case{"slashes", "21/3/2025.", "2025-3-21@9"},
                          {"hyphens", "21-3-2025", "2025-3-21@9"},
                          {"full stops", "5.3.2026", "2026-3-5@8"},
                          {"spaces around the signs", "02 / 07 / 2020", "2020-7-2@14"},
                          {"ISO", "2020-07-02T08:43", "2020-7-2@10"},
                          {"ISO with slashes", "2020/07/02", "2020-7-2@10"},
                          {"no year", "16.12, tại", "0-12-16@5"},
                          {"written out", "21 tháng 3 năm 2025", "2025-3-21@21"},
                          {"month in words", "21 tháng Ba năm 2025", "2025-3-21@22"},
                          {"month in two words", "3 tháng mười hai, 2025", "2025-12-3@26"},
                          {"WordPress", "4 Tháng Ba, 2020", "2020-3-4@17"},
                          {"CLDR", "4 thg 3, 2020", "2020-3-4@13"},
                          {"CLDR with a capital", "04 Thg 3, 2020", "2020-3-4@14"},
                          {"CLDR without a space", "04 Thg3 2020", "2020-3-4@12"},
                          {"Blogger", "tháng 3 04, 2020", "2020-3-4@17"},
                          {"English", "02 Jul 2020", "2020-7-2@11"},
                          {"English with hyphens", "02-Jul-2020", "2020-7-2@11"},
                          {"English ordinal", "4th March, 2020", "2020-3-4@15"},
                          {"month first", "Mar 4, 2020", "2020-3-4@11"},
                          {"month first in full", "March 4th, 2020", "2020-3-4@15"},
                          {"month first with a full stop", "Sept. 4, 2020", "2020-9-4@13"},
                          {"American English", "3/24/2020", "2020-3-24@9"},
                          {"a word that begins like a month", "Marble 4, 2020", ""},
                          {"a word that goes on in another letter", "Mayơ 4, 2020", ""},
                          {"an ordinal before a year is none", "7 năm 2023", ""},
                          {"no such day", "31/2/2020", ""},
                          {"a leap day of no leap year", "29/2/2021", ""},
                          {"a leap day", "29/2/2020", "2020-2-29@9"},
                          {"a share is none", "98,78%", ""},
                          {"signs that differ give day and month alone", "2/3.2020", "0-3-2@3"}}) {
      CAPTURE(c.name);
      CHECK(found_at(c.in) == c.want);
    }
    CHECK(found_at("21/3/25") == "0-3-21@4");
    CHECK(found_at("21/3/25", true) == "2025-3-21@7");
  }

  TEST_CASE("what metadata states is converted to Vietnamese time") {
    struct Case {
      const char *name, *in, *want;
    };
    for (const Case& c : {Case{"day alone", "2021-04-06", "2021-04-06"},
                          {"own zone", "2017-05-30T14:00:41+07:00", "2017-05-30T14:00"},
                          {"UTC over midnight", "2020-07-01T18:30:00Z", "2020-07-02T01:30"},
                          {"microseconds", "2020-07-02T01:43:10.500123+00:00", "2020-07-02T08:43"},
                          {"west of Greenwich", "2020-07-01 20:00:00 -0500", "2020-07-02T08:00"},
                          {"no zone is Vietnamese", "2020-07-02 08:43:10", "2020-07-02T08:43"},
                          {"RFC 2822", "Thu, 02 Jul 2020 08:43:10 +0700", "2020-07-02T08:43"},
                          {"RFC 1123", "Thu, 02 Jul 2020 01:43:10 GMT", "2020-07-02T08:43"},
                          {"compact day", "20200702", "2020-07-02"},
                          {"compact ISO", "20200702T014310Z", "2020-07-02T08:43"},
                          {"compact with a zone", "20200702T0843+0700", "2020-07-02T08:43"},
                          {"compact without a T", "20200702084310", "2020-07-02T08:43"},
                          {"Unix seconds", "1593654190", "2020-07-02T08:43"},
                          {"Unix seconds with a fraction", "1593654190.25", "2020-07-02T08:43"},
                          {"Unix milliseconds", "1593654190000", "2020-07-02T08:43"},
                          {"Unix microseconds", "1593654190000000", "2020-07-02T08:43"},
                          {".NET", "/Date(1593654190000+0700)/", "2020-07-02T08:43"},
                          {"as a date line", "Thứ Sáu, ngày 21 tháng 3 năm 2025", "2025-03-21"},
                          {"time first", "07:02, 20/02/2020", "2020-02-20T07:02"},
                          {"afternoon", "20/02/2020 3:05 PM", "2020-02-20T15:05"},
                          {"American English", "3/24/2020 8:15:00 AM", "2020-03-24T08:15"},
                          {"month first", "March 4, 2020 8:15 AM", "2020-03-04T08:15"},
                          {"the end of the day", "2020-02-29T24:00", "2020-03-01T00:00"},
                          {"a browser's midnight", "04/03/2020, 24:08", "2020-03-04T00:08"},
                          {"a hyphen is no zone", "08:15 - 14/05/2024", "2024-05-14T08:15"},
                          {"a telephone number", "02473007108", ""},
                          {"a month alone", "2020-03", ""},
                          {"nothing", "hôm qua", ""},
                          {"empty", "", ""}}) {
      CAPTURE(c.name);
      const auto moment = read_moment(c.in);
      CHECK((moment ? to_string(*moment) : "") == c.want);
    }
  }

  TEST_CASE("a moment is found with the bytes of its date and its time") {
    const auto found = find_moment("Xã hội | Thứ Tư, 04/03/2020 08:15 (GMT+7)");
    REQUIRE(found);
    CHECK(to_string(found->moment) == "2020-03-04T08:15");
    CHECK(found->date.begin == 23);
    CHECK(found->date.end == 33);
    CHECK(found->time.begin == 34);
    CHECK(found->time.end == 39);
    CHECK_FALSE(find_moment("08:15 sáng nay"));
  }
}

TEST_SUITE("text/calendar") {
  TEST_CASE("days exist or not, and are counted") {
    CHECK(is_valid({2020, 2, 29}));
    CHECK_FALSE(is_valid({2021, 2, 29}));
    CHECK_FALSE(is_valid({2021, 13, 1}));
    CHECK_FALSE(is_valid({2021, 0, 1}));
    CHECK(is_valid({0, 2, 29}));
    CHECK(days_in_month(2024, 2) == 29);
    CHECK(days_in_month(2023, 4) == 30);
    CHECK(day_number({1970, 1, 1}) == 0);
    CHECK(day_of_number(day_number({2020, 3, 1}) - 1) == Day{2020, 2, 29});
    CHECK(weekday_of({2020, 7, 2}) == 3);
    CHECK(parse_day("2020-07-02") == Day{2020, 7, 2});
    CHECK(parse_day("2025-02-31") == Day{});
    CHECK(parse_day("2020-07-02T08:00") == Day{});
  }
}
