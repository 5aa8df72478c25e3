#pragma once
/// The one reader of dates and times of the clock: date lines and datelines of articles, metadata,
/// options, query fields and corrections all go through it, by moment_reader.h where a time and a
/// zone may stand there, too, and by day_span.h for months, quarters and ranges. (What the index
/// makes of dates in running text is date_expression.h.)
///
///   21/3/2025   21-3-2025   5.3.2026   21 / 03 / 2025   2025-03-21   21/3 (no year)
///   21 tháng 3 năm 2025   21 tháng Ba, 2025   21 Thg 3, 2025   tháng 3 21, 2025
///   21 Mar 2025   21st March, 2025   Mar 21, 2025   3/24/2025 (no month is the 24th)
///   08:43   08:43:10   8h43   8 giờ 43 phút   10:15 PM   10:15 CH   24:00 (the end of the day)
#include <optional>
#include <string_view>

#include "common/text/dates/calendar.h"

namespace khobao::text {

struct FoundDate {
  Day day;         ///< without a year where none is printed
  size_t end = 0;  ///< byte after it
};

/// The date that begins at byte `pos`, where the byte before is no digit and no letter. Years have
/// four digits, except that `short_years` also reads 21/3/25 as 2025.
std::optional<FoundDate> date_at(std::string_view text, size_t pos, bool short_years = false);

/// True where date_at() is worth asking: a run of digits, or a word that may name a month, begins.
bool may_begin_date(std::string_view text, size_t pos);

struct FoundTime {
  int minute_of_day = 0;  ///< 1440 for 24:00
  size_t end = 0;
};

/// The time whose first digit stands at byte `pos`. "8 giờ" and "8h" alone are times too.
std::optional<FoundTime> time_at(std::string_view text, size_t pos);

}  // namespace khobao::text
