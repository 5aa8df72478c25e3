#pragma once
/// Lines that state a date of publication and hardly anything else.
///
///   Thứ 5, 02/07/2020 | 08:43:10          07:02, 20/02/2020
///   Ngày đăng 16/06/2020 | 17:43 | Lượt xem: 1032
///   Thời sự | Thứ Sáu, ngày 21 tháng 3 năm 2025      Cập nhật lúc 8h05 5.3.2026
#include <optional>
#include <string_view>

#include "common/text/dates/calendar.h"

namespace khobao::read {

struct DateLine {
  text::Moment moment;
  bool announced = false;  ///< "Ngày đăng", "Xuất bản"
  bool updated = false;    ///< "Cập nhật": a later change, second choice
  bool clock =
      false;          ///< weekday, time and a zone "[GMT+7]": how portals print the time of reading
  bool pure = false;  ///< no word that belongs to no date line
  bool weekday = false;  ///< a weekday stands with the date
  size_t begin = 0;      ///< byte at which date or time begins, whichever is first
};

/// nullopt where the line is no date line: no full date, or other words than a section, an outlet
/// or an author set off by a sign.
std::optional<DateLine> read_date_line(std::string_view line);

/// A date stamp inside running text: weekday, full date and time of the clock close together, as
/// page dumps in one line hold it ("… Xã hội Thứ ba, 14/05/2024 - 07:30 (GMT+7) …").
std::optional<text::Moment> find_date_stamp(std::string_view text);

}  // namespace khobao::read
