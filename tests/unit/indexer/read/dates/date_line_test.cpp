#include "indexer/read/dates/date_line.h"

#include <doctest/doctest.h>

using namespace khobao::read;

TEST_SUITE("read/date_line") {
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
