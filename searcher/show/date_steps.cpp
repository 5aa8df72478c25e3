#include "searcher/show/date_steps.h"

#include "common/text/letters/char_class.h"

namespace khobao::show {
namespace {

using searcher::DateStep;
using text::Day;

constexpr size_t kYearChars = 4, kMonthChars = 7, kWeekChars = 8, kDayChars = 10;

// Days on a calendar of 31-day months: enough to tell spans.
int rough_day(Day day) { return day.year * 372 + day.month * 31 + day.day; }

}  // namespace

std::string date_value(Day day, DateStep step) {
  std::string text = to_string(day);
  switch (step) {
    case DateStep::year: return text.substr(0, kYearChars);
    case DateStep::month: return text.substr(0, kMonthChars);
    case DateStep::week: break;
    default: return text;
  }
  // A week is of the year that its Thursday is of.
  const long thursday = day_number(day) - weekday_of(day) + 3;
  const int year = text::day_of_number(thursday).year;
  const long week = (thursday - text::day_number({year, 1, 1})) / 7 + 1;
  return std::to_string(year) + "-W" + (week < 10 ? "0" : "") + std::to_string(week);
}

DateStep step_of(const std::string& value) {
  if (value.size() < kYearChars || !text::is_ascii_digit(value[0]) ||
      !text::is_ascii_digit(value[3]))
    return DateStep::own;
  switch (value.size()) {
    case kYearChars: return DateStep::year;
    case kMonthChars: return DateStep::month;
    case kWeekChars: return DateStep::week;
    case kDayChars: return DateStep::day;
    default: return DateStep::own;
  }
}

std::string next_date_value(const std::string& value) {
  const DateStep step = step_of(value);
  if (step == DateStep::own) return {};
  const auto span = text::read_day_span(value);
  if (!span) return {};
  const Day next = text::day_of_number(day_number(span->last) + 1);
  return is_valid(next) ? date_value(next, step) : "";
}

std::string step_name(DateStep step) {
  switch (step) {
    case DateStep::day: return "day";
    case DateStep::week: return "week";
    case DateStep::month: return "month";
    case DateStep::year: return "year";
    case DateStep::own: break;
  }
  return {};
}

DateStep fitting_step(Day first, Day last) {
  constexpr int kDays = 62, kMonths = 4 * 372;
  const int span = rough_day(last) - rough_day(first);
  if (span <= kDays) return DateStep::day;
  return span <= kMonths ? DateStep::month : DateStep::year;
}

}  // namespace khobao::show
