#include <doctest/doctest.h>

#include <string_view>
#include <vector>

#include "indexer/read/dates/dateline.h"

using namespace khobao::read;

namespace {
std::string dateline(std::string_view title, std::vector<std::string_view> paragraphs,
                     const char* received = "") {
  const auto day = read_dateline(title, paragraphs, khobao::text::parse_day(received));
  return day ? to_string(day->day) : "";
}
}  // namespace

TEST_SUITE("read/dateline") {
  TEST_CASE("the day of the report takes its year from the text") {
    struct Case {
      const char* name;
      std::vector<std::string_view> paragraphs;
      const char* want;
    };
    const Case cases[] = {
        {"this morning",
         {"Sáng nay (1/7), Sở Mây sơ kết công tác.",
          "Trong 6 tháng đầu năm 2020, Sở đã cấp 40 giấy phép."},
         "2020-07-01"},
        {"weekday between cue and day",
         {"Sáng nay, thứ tư (1/7), Sở Mây họp.", "6 tháng cuối năm 2020 còn nhiều việc."},
         "2020-07-01"},
        {"behind a head tag",
         {"MX - Sáng 16.12, tại Đồng Mây, Hội nghị toàn quốc năm 2024 khai mạc."},
         "2024-12-16"},
        {"next year's plans in December",
         {"Sáng 16.12, tỉnh Mây tổng kết 6 tháng cuối năm 2024, triển khai nhiệm vụ năm 2025."},
         "2024-12-16"},
        {"anniversary next to it",
         {"Sáng 18/4, huyện Mây kỷ niệm ngày thành lập (20/4/1970 - 20/4/2025)."},
         "2025-04-18"},
        {"month just past",
         {"Ngày 9/6, Công an huyện Mây bắt một nhóm trộm.",
          "Trước đó, cuối tháng 4/2017, nhóm này đã bị nhắc nhở."},
         "2017-06-09"},
        {"full date at the opening",
         {"Chiều ngày 16/6/2017, tại Đồng Mây, Hội Làm vườn ra mắt."},
         "2017-06-16"},
        {"yesterday",
         {"Hôm qua (30/6), lũ về Đồng Mây.", "Trong 6 tháng đầu năm 2020 đã có ba trận."},
         "2020-07-01"},
        {"the report is a day later",
         {"Giá sen ngày 17/5 tăng ở chợ Mây.", "Lúc mở cửa sáng 18/5, giá lại giảm.",
          "5 tháng đầu năm 2017 giá giảm dần."},
         "2017-05-18"},
        {"since a month of last year",
         {"Ngày 22.4, Công an huyện Mây bắt một nhóm trộm.",
          "Từ tháng 9.2024 đến nay, nhóm này trộm mười con trâu."},
         "2025-04-22"},
        {"last year by name",
         {"Chiều 8/6, cá chết trắng hồ Mây.", "Cũng năm ngoái, ngày 8/6/2016, hồ có cá chết.",
          "Hè 2017 trời nóng."},
         "2017-06-08"},
        {"a plenum that ended a week ago",
         {"Sáng 16/4, huyện Mây học nghị quyết Hội nghị lần thứ 11 Ban Chấp hành Trung ương Đảng "
          "khóa XIII."},
         "2025-04-16"},
        {"a session under way",
         {"Sáng 28/5, các đại biểu thảo luận tại Kỳ họp thứ 5, Quốc hội khóa XV về luật đê điều."},
         "2023-05-28"},
        {"an anniversary to come",
         {"Sáng 20/7, xã Mây tặng quà nhân kỷ niệm 75 năm Ngày Thương binh - Liệt sĩ (27/7)."},
         "2022-07-20"},
        {"the new year by name",
         {"Sáng 5/2, chợ Mây mở lại sau Tết Nguyên đán Ất Tỵ; khách chưa đông."},
         "2025-02-05"},
        {"a month of delivery",
         {"Ngày 17/5, giá vàng ở chợ Mây tăng.", "Vàng giao tháng 6/2017 lên theo.",
          "Hồi tháng 11/2016 giá còn thấp."},
         "2017-05-17"},
        {"a document of last year",
         {"Chiều 15/6, hội Mây họp về giám sát.",
          "Luật Mây được hội thông qua ngày 9/6/2015 và có hiệu lực từ ngày 1/1/2016."},
         ""},
        {"a day of the week that differs",
         {"Thứ Ba (16/6), hồ Mây cạn nước.", "Ngày 10/6/2017, hồ còn đầy."},
         ""},
        {"told of the year before",
         {"Ngày 9/6, ông Mây bị bắt.", "Trước đó, hồi tháng 6/2016, ông từng nhận lỗi."},
         ""},
        {"no year anywhere", {"Tối 30.4, chợ Mây đông nghịt người."}, ""},
        {"years of history", {"Ngày 10/5, ông Mây nhận chức.", "Ông vào ngành năm 2015."}, ""},
        {"a term of office", {"Ngày 10/5, ông Mây nhận chức Bí thư nhiệm kỳ 2015-2020."}, ""},
        {"as-of figure", {"Đến ngày 10.4, các xã đã giải ngân 6 tháng đầu năm 2025 đúng hẹn."}, ""},
        {"history with a full date further on",
         {"Cầu Mây dài ba nhịp.", "Đây là cầu đẹp.", "Ngày 12/10/2013, cầu được sơn lại."},
         ""},
        {"an event to come",
         {"Hội Mây diễn ra ngày 24/5 tới ở xã Mây.", "5 tháng đầu năm 2017 xã đón nhiều khách."},
         ""},
        {"a document's date",
         {"Thông tư 8/2020/TT-BM ngày 30/10/2020 của Bộ Mây quy định về sen."},
         ""},
        {"later than the report would be",
         {"Ngày 26/6, ông Mây bị bắt.",
          "Ông rời cơ quan ngày 22/10/2016, nghỉ hẳn ngày 1/12/2016."},
         ""},
        {"a day that is none", {"Ngày 31/2, chợ Mây họp; 6 tháng đầu năm 2020 đông khách."}, ""},
    };
    for (const Case& c : cases) {
      CAPTURE(c.name);
      CHECK(dateline("", c.paragraphs) == c.want);
    }
  }

  TEST_CASE("the title may name the year") {
    CHECK(dateline("Tổng kết Hội Gióng 2024", {"Sáng 16.12, xã Mây tổng kết hội."}) ==
          "2024-12-16");
  }

  TEST_CASE("the day of receipt bounds the year and decides it where nothing else does") {
    CHECK(dateline("", {"Tối 30.4, chợ Mây đông nghịt người."}, "2025-06-01") == "2025-04-30");
    CHECK(dateline("", {"Tối 30.12, chợ Mây đông nghịt người."}, "2025-06-01") == "2024-12-30");
    CHECK(dateline("", {"Chiều ngày 16/6/2017, Hội Làm vườn ra mắt."}, "2016-01-01") == "");
  }

  TEST_CASE("long runs of digits and signs take linear time") {
    std::string text;
    for (int i = 0; i < 200000; ++i) text += i % 3 == 0 ? "1/1 " : i % 3 == 1 ? "2020-" : "ngày ";
    CHECK_NOTHROW(dateline("", {text}));
  }
}
