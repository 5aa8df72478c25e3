#pragma once
/// Days and times, Asia/Ho_Chi_Minh throughout (UTC+7, no summer time since 1945), on the calendar
/// of <chrono>. Every reader of dates (date_reader.h, day_span.h) answers in these.
#include <compare>
#include <string>
#include <string_view>

namespace khobao::text {

struct Day {
  int year = 0;  ///< 0 where it is not known
  int month = 0;
  int day = 0;

  bool operator==(const Day&) const = default;
  auto operator<=>(const Day&) const = default;  // NOLINT(modernize-use-nullptr): no pointer is here
};

/// True for days that exist, from 1900 to 2100; a Day without a year is judged by a leap year.
bool is_valid(Day day);

/// The last day of a month, 28 to 31; `month` is 1 to 12.
int days_in_month(int year, int month);

/// Days since 1970-01-01; the day must be valid and have a year.
long day_number(Day day);
Day day_of_number(long number);

/// 0 Monday to 6 Sunday.
int weekday_of(Day day);

struct Moment {
  Day day;
  int minute_of_day = -1;  ///< -1 where only the day is known

  bool operator==(const Moment&) const = default;
};

/// Shifted by `minutes`; a moment without a time stays.
Moment shifted(Moment moment, int minutes);

/// "YYYY-MM-DD" or "YYYY-MM-DDTHH:MM".
std::string to_string(Moment moment);
std::string to_string(Day day);

/// Reads "YYYY-MM-DD" and nothing else; Day{} where `text` is none, or no day that exists.
Day parse_day(std::string_view text);

}  // namespace khobao::text
