#include "indexer/read/dates/dated_event.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace khobao::read;

namespace {

// The days of all events, "2022-07-27 2025-05-05".
std::string events(std::string_view text) {
  std::vector<DayMention> found;
  find_events(text, 0, found);
  std::string out;
  for (const DayMention& mention : found) {
    CHECK(mention.event);
    CHECK(mention.bounded);
    CHECK(mention.begin < text.size());
    out += (out.empty() ? "" : " ") + to_string(mention.day);
  }
  return out;
}

}  // namespace

TEST_CASE("dated events: each kind, in the ways it is printed") {
  struct Case {
    std::string name, in, want;
  };
  for (const Case& c : {
           Case{"an anniversary", "nhân kỷ niệm 75 năm Ngày Thương binh - Liệt sĩ (27/7)",
                "2022-07-27"},
           Case{"the same with i", "lễ kỉ niệm 131 năm Ngày sinh Chủ tịch Hồ Chí Minh",
                "2021-05-19"},
           Case{"the same by number", "kỷ niệm lần thứ 90 năm thành lập Đảng Cộng sản Việt Nam",
                "2020-02-03"},
           Case{"another anniversary", "kỷ niệm 10 năm thành lập chợ Mây", ""},
           Case{"an anniversary without a number", "kỷ niệm ngày Thương binh - Liệt sĩ", ""},
           Case{"a session", "tại Kỳ họp thứ 9, Quốc hội khóa XV", "2025-05-05"},
           Case{"a session with the old tone", "Kỳ họp thứ 3 của Quốc hội khoá XIV", "2017-05-22"},
           Case{"a session of a province", "Kỳ họp thứ 9, HĐND tỉnh khóa XIII", ""},
           Case{"a session that is not known", "Kỳ họp thứ 99, Quốc hội khóa XV", ""},
           Case{"a plenum", "Hội nghị lần thứ 11 Ban Chấp hành Trung ương Đảng khóa XIII",
                "2025-04-10"},
           Case{"a plenum in short", "Nghị quyết Trung ương 4 (khóa XII)", "2016-10-09"},
           Case{"the sentence before", "Hội nghị Trung ương 4. Huyện Mây khóa XII", ""},
           Case{"a term alone", "Bí thư huyện Mây khóa XIII", ""},
           Case{"a new year", "sau Tết Nguyên đán Ất Tỵ", "2025-01-29"},
           Case{"spring", "Xuân Đinh Dậu", "2017-01-28"},
           Case{"a lunar year without its feast", "năm Kỷ Sửu", ""},
           Case{"two", "Tết Canh Tý và Tết Tân Sửu", "2020-01-25 2021-02-12"},
           Case{"nothing", "", ""},
       }) {
    CAPTURE(c.name);
    CHECK(events(c.in) == c.want);
  }
}

TEST_CASE("dated events: long runs of their words take linear time") {
  std::string text;
  for (int i = 0; i < 100'000; ++i) text += i % 3 == 0 ? "kỷ niệm 1 năm " : "Quốc hội khóa XV ";
  std::vector<DayMention> found;
  find_events(text, 0, found);
  CHECK(found.empty());
}
