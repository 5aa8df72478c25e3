#include <doctest/doctest.h>

#include "indexer/read/dates/date_line.h"
#include "indexer/read/dates/printed_dates.h"

using namespace khobao::read;

namespace {
std::string date_at(std::string_view text) {
  const auto found = read_date(text, 0);
  if (!found) return "";
  const Day d = found->day;
  return std::to_string(d.year) + "-" + std::to_string(d.month) + "-" + std::to_string(d.day) +
         "@" + std::to_string(found->end);
}
}  // namespace

TEST_SUITE("read/dates") {
  TEST_CASE("a date is read where it begins") {
    struct Case {
      const char *name, *in, *want;
    };
    for (const Case& c : {Case{"slashes", "21/3/2025.", "2025-3-21@9"},
                          {"hyphens", "21-3-2025", "2025-3-21@9"},
                          {"full stops", "5.3.2026", "2026-3-5@8"},
                          {"spaces around the signs", "02 / 07 / 2020", "2020-7-2@14"},
                          {"ISO", "2020-07-02T08:43", "2020-7-2@10"},
                          {"no year", "16.12, tại", "0-12-16@5"},
                          {"written out", "21 tháng 3 năm 2025", "2025-3-21@21"},
                          {"month in words", "21 tháng Ba năm 2025", "2025-3-21@22"},
                          {"month in two words", "3 tháng mười hai, 2025", "2025-12-3@26"},
                          {"English", "02 Jul 2020", "2020-7-2@11"},
                          {"an ordinal before a year is none", "7 năm 2023", ""},
                          {"no such day", "31/2/2020", ""},
                          {"a share is none", "98,78%", ""},
                          {"signs that differ give day and month alone", "2/3.2020", "0-3-2@3"}}) {
      CAPTURE(c.name);
      CHECK(date_at(c.in) == c.want);
    }
  }

  TEST_CASE("what metadata states is converted to Vietnamese time") {
    struct Case {
      const char *name, *in, *want;
    };
    for (const Case& c : {Case{"day alone", "2021-04-06", "2021-04-06"},
                          {"own zone", "2017-05-30T14:00:41+07:00", "2017-05-30T14:00"},
                          {"UTC over midnight", "2020-07-01T18:30:00Z", "2020-07-02T01:30"},
                          {"fractions of a second", "2020-07-02T01:43:10.500Z", "2020-07-02T08:43"},
                          {"west of Greenwich", "2020-07-01 20:00:00 -0500", "2020-07-02T08:00"},
                          {"no zone is Vietnamese", "2020-07-02 08:43:10", "2020-07-02T08:43"},
                          {"RFC 2822", "Thu, 02 Jul 2020 08:43:10 +0700", "2020-07-02T08:43"},
                          {"Unix seconds", "1593654190", "2020-07-02T08:43"},
                          {"Unix milliseconds", "1593654190000", "2020-07-02T08:43"},
                          {"as a date line", "Thứ Sáu, ngày 21 tháng 3 năm 2025", "2025-03-21"},
                          {"time first", "07:02, 20/02/2020", "2020-02-20T07:02"},
                          {"afternoon", "20/02/2020 3:05 PM", "2020-02-20T15:05"},
                          {"nothing", "hôm qua", ""},
                          {"empty", "", ""}}) {
      CAPTURE(c.name);
      const auto moment = parse_stated_moment(c.in);
      CHECK((moment ? to_string(*moment) : "") == c.want);
    }
  }

  TEST_CASE("a date line states a date and hardly anything else") {
    struct Case {
      const char *name, *in, *want;
    };
    for (const Case& c :
         {Case{"weekday, date, time", "Thứ 5, 02/07/2020 | 08:43:10", "2020-07-02T08:43"},
          {"announced, with a counter", "Ngày đăng 16/06/2020 | 17:43 | Lượt xem: 1032",
           "2020-06-16T17:43"},
          {"time first", "07:02, 20/02/2020", "2020-02-20T07:02"},
          {"in words", "Thứ Sáu, ngày 21 tháng 3 năm 2025", "2025-03-21"},
          {"update", "Cập nhật lúc 8h05 ngày 5.3.2026", "2026-03-05T08:05"},
          {"bare", "5.3.2026", "2026-03-05"},
          {"two-digit year", "Thứ hai, 21/3/25, 08:00", "2025-03-21T08:00"},
          {"behind a section", "Xã hội | 12/05/2024 07:30", "2024-05-12T07:30"},
          {"behind an author", "Lê Na - Thứ ba, 14/05/2024, 07:30 (GMT+7)", "2024-05-14T07:30"},
          {"a headline with a date is none", "Giá lúa ngày 12/5/2024 tăng nhẹ ở Đồng Mây", ""},
          {"a sentence is none", "Sáng 12/5/2024, lúc 07:30, lũ về đến Đồng Mây.", ""},
          {"no year", "Thứ 5, 02/07", ""}}) {
      CAPTURE(c.name);
      const auto line = read_date_line(c.in);
      CHECK((line ? to_string(line->moment) : "") == c.want);
    }
    CHECK(read_date_line("Thứ 4, 21/04/2021, 07:24[GMT+7]")->clock);
    CHECK_FALSE(read_date_line("Thứ 5, 02/07/2020 | 08:43:10")->clock);
    CHECK(read_date_line("Ngày đăng: 02/07/2020")->announced);
    CHECK(read_date_line("Cập nhật: 02/07/2020 08:00")->updated);
  }

  TEST_CASE("a stamp in running text needs weekday, date and time") {
    CHECK(to_string(*find_date_stamp("Xã hội Thứ ba, 14/05/2024 - 07:30 (GMT+7) Lũ về Đồng Mây")) ==
          "2024-05-14T07:30");
    CHECK_FALSE(find_date_stamp("Thứ ba, 14/05/2024, xã Mây họp."));
  }
}
