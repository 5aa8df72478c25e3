#include "common/text/dates/calendar.h"

#include <array>
#include <chrono>
#include <cstdio>

#include "common/text/letters/digits.h"

namespace khobao::text {
namespace {

namespace chrono = std::chrono;

constexpr long kMinutesOfDay = 24L * 60;
constexpr int kFirstYear = 1900, kLastYear = 2100;
constexpr int kSomeLeapYear = 2000;

chrono::year_month_day on_calendar(Day day) {
  return chrono::year(day.year == 0 ? kSomeLeapYear : day.year) /
         chrono::month(static_cast<unsigned>(day.month)) /
         chrono::day(static_cast<unsigned>(day.day));
}

}  // namespace

bool is_valid(Day day) {
  if (day.year != 0 && (day.year < kFirstYear || day.year > kLastYear)) return false;
  return day.month > 0 && day.day > 0 && day.month <= 12 && day.day <= 31 && on_calendar(day).ok();
}

int days_in_month(int year, int month) {
  const auto last = chrono::year(year) / chrono::month(static_cast<unsigned>(month)) / chrono::last;
  return static_cast<int>(static_cast<unsigned>(last.day()));
}

long day_number(Day day) {
  return static_cast<long>(chrono::sys_days(on_calendar(day)).time_since_epoch().count());
}

Day day_of_number(long number) {
  const chrono::year_month_day day{chrono::sys_days(chrono::days(number))};
  return {static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
          static_cast<int>(static_cast<unsigned>(day.day()))};
}

int weekday_of(Day day) {
  return static_cast<int>(chrono::weekday(chrono::sys_days(on_calendar(day))).iso_encoding()) - 1;
}

Moment shifted(Moment moment, int minutes) {
  if (moment.minute_of_day < 0) return moment;
  const long all = day_number(moment.day) * kMinutesOfDay + moment.minute_of_day + minutes;
  if (all < 0) return moment;
  return {day_of_number(all / kMinutesOfDay), static_cast<int>(all % kMinutesOfDay)};
}

std::string to_string(Day day) {
  std::array<char, 40> out;
  std::snprintf(out.data(), out.size(), "%04d-%02d-%02d", day.year, day.month, day.day);
  return out.data();
}

std::string to_string(Moment moment) {
  if (moment.minute_of_day < 0) return to_string(moment.day);
  std::array<char, 32> time;
  std::snprintf(time.data(), time.size(), "T%02d:%02d", moment.minute_of_day / 60,
                moment.minute_of_day % 60);
  return to_string(moment.day) + time.data();
}

Day parse_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return {};
  const Digits year = digits_at(text, 0), month = digits_at(text, 5), day = digits_at(text, 8);
  if (year.size() != 4 || month.size() != 2 || day.size() != 2) return {};
  const Day read{year.value, month.value, day.value};
  return read.year > 0 && is_valid(read) ? read : Day{};
}

}  // namespace khobao::text
