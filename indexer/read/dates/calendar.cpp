#include "indexer/read/dates/calendar.h"

#include <array>
#include <cstdio>

#include "common/text/letters/char_class.h"

namespace khobao::read {
namespace {

constexpr int kMinutesOfDay = 24 * 60;

bool is_leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

int days_in_month(int year, int month) {
  constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : kDays[static_cast<size_t>(month - 1)];
}

}  // namespace

bool is_valid(Day day) {
  if (day.year != 0 && (day.year < 1900 || day.year > 2100)) return false;
  if (day.month < 1 || day.month > 12 || day.day < 1) return false;
  return day.day <= days_in_month(day.year == 0 ? 2000 : day.year, day.month);
}

// The usual proleptic Gregorian arithmetic with years that begin in March.
long day_number(Day day) {
  const long year = day.month <= 2 ? day.year - 1 : day.year;
  const long era = year / 400, year_of_era = year % 400;
  const long day_of_year = (153 * (day.month + (day.month > 2 ? -3 : 9)) + 2) / 5 + day.day - 1;
  return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year -
         719468;
}

Day day_of_number(long number) {
  const long shifted = number + 719468, era = shifted / 146097, day_of_era = shifted % 146097;
  const long year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const long day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const long month = (5 * day_of_year + 2) / 153;
  Day day;
  day.day = static_cast<int>(day_of_year - (153 * month + 2) / 5 + 1);
  day.month = static_cast<int>(month < 10 ? month + 3 : month - 9);
  day.year = static_cast<int>(year_of_era + era * 400 + (day.month <= 2 ? 1 : 0));
  return day;
}

// 1970-01-01 was a Thursday.
int weekday_of(Day day) { return static_cast<int>(((day_number(day) + 3) % 7 + 7) % 7); }

Moment shifted(Moment moment, int minutes) {
  if (moment.minute_of_day < 0) return moment;
  const long all = day_number(moment.day) * kMinutesOfDay + moment.minute_of_day + minutes;
  if (all < 0) return moment;
  return {day_of_number(all / kMinutesOfDay), static_cast<int>(all % kMinutesOfDay)};
}

std::string to_string(Moment moment) {
  std::array<char, 48> out;
  if (moment.minute_of_day < 0) {
    std::snprintf(out.data(), out.size(), "%04d-%02d-%02d", moment.day.year, moment.day.month,
                  moment.day.day);
  } else {
    std::snprintf(out.data(), out.size(), "%04d-%02d-%02dT%02d:%02d", moment.day.year,
                  moment.day.month, moment.day.day, moment.minute_of_day / 60,
                  moment.minute_of_day % 60);
  }
  return out.data();
}

Day parse_day(std::string_view text) {
  if (text.size() < 10 || text[4] != '-' || text[7] != '-') return {};
  const auto number = [&](size_t pos, size_t digits) {
    int value = 0;
    for (size_t i = pos; i < pos + digits; ++i) {
      if (!text::is_ascii_digit(text[i])) return -1;
      value = value * 10 + (text[i] - '0');
    }
    return value;
  };
  const Day day{number(0, 4), number(5, 2), number(8, 2)};
  return day.year > 0 && is_valid(day) ? day : Day{};
}

}  // namespace khobao::read
