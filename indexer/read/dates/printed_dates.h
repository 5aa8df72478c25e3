#pragma once
/// Dates and times of the clock as Vietnamese print writes them, read where they begin.
///
///   21/3/2025   21-3-2025   5.3.2026   21 / 03 / 2025   2025-03-21   21/3 (no year)
///   21 tháng 3 năm 2025   21 tháng Ba, 2025   21 Mar 2025
///   08:43   08:43:10   8h43   8 giờ 43 phút   10:15 PM   10:15 CH
#include <optional>
#include <string_view>

#include "indexer/read/dates/calendar.h"

namespace khobao::read {

struct FoundDate {
  Day day;         ///< without a year where none is printed
  size_t end = 0;  ///< byte behind it
};

/// The date whose first digit stands at byte `pos`; the byte before must be no digit. Years have
/// four digits, except that `short_years` also reads 21/3/25 as 2025.
std::optional<FoundDate> read_date(std::string_view text, size_t pos, bool short_years = false);

struct FoundTime {
  int minute_of_day = 0;
  size_t end = 0;
};

/// The time whose first digit stands at byte `pos`. "8 giờ" and "8h" alone are times too.
std::optional<FoundTime> read_time(std::string_view text, size_t pos);

/// What metadata states: ISO 8601 with or without zone, RFC 2822, Unix seconds or milliseconds, or
/// any form above. Other zones are converted; a time without one is Vietnamese.
std::optional<Moment> parse_stated_moment(std::string_view text);

}  // namespace khobao::read
