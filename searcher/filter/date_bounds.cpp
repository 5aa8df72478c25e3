#include "searcher/filter/date_bounds.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <optional>

#include "common/language/figures.h"
#include "common/language/say.h"
#include "common/text/letters/char_class.h"
#include "common/text/letters/fold.h"
#include "common/text/letters/normalise.h"

namespace khobao::filter {
namespace {

using text::Day;
using text::DaySpan;

bool all_digits(std::string_view s) {
  return std::all_of(s.begin(), s.end(), text::is_ascii_digit);
}

std::string two_digits(int n) { return (n < 10 ? "0" : "") + std::to_string(n); }

// The newest span of this year or the one before that `value` means once a year stands after it.
std::optional<TypedDays> without_year(const std::string& value, Day today) {
  if (today.year == 0 || value.empty() || all_digits(value)) return std::nullopt;
  for (const int year : {today.year, today.year - 1}) {
    for (const char* before : {"/", " "}) {
      const auto span = text::read_day_span(value + before + std::to_string(year));
      if (!span || span->first.year == 0 || span->last.year == 0) continue;
      if (today < span->first) break;  // not come yet: the year before
      const Message days = span->first == span->last
                               ? date_shown(to_string(span->first))
                               : say("{} to {}", date_shown(to_string(span->first)),
                                     date_shown(to_string(span->last)));
      return TypedDays{*span,
                       say("'{}' was taken as {}; for another year, write it too", value, days)};
    }
  }
  return std::nullopt;
}

std::optional<TypedDays> read_one(const std::string& value, Day today) {
  if (const auto span = text::read_day_span(value, today)) return TypedDays{*span, ""};
  return without_year(value, today);
}

// "A..B" where an end has no year of its own.
std::optional<TypedDays> read_ends(const std::string& value, Day today) {
  constexpr std::string_view kTo = "..";
  const size_t to = value.find(kTo);
  if (to == std::string::npos) return std::nullopt;
  const std::string first = value.substr(0, to), last = value.substr(to + kTo.size());
  const auto begin = first.empty() ? TypedDays{} : read_one(first, today);
  const auto end = last.empty() ? TypedDays{} : read_one(last, today);
  if (!begin || !end || (first.empty() && last.empty())) return std::nullopt;
  TypedDays days{{begin->span.first, end->span.last}, begin->note};
  if (!end->note.empty()) days.note += Message(days.note.empty() ? "" : ". ") + end->note;
  if (days.span.last.year > 0 && days.span.last < days.span.first) return std::nullopt;
  return days;
}

// The numbers of "2020-13" or "31/2/2020", with one sign between them; empty for anything else.
std::vector<int> numbers_of(std::string_view value) {
  std::vector<int> numbers;
  while (!value.empty()) {
    int number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    const auto length = static_cast<size_t>(end - value.data());
    if (error != std::errc() || number < 0 || length > 4) return {};
    numbers.push_back(number);
    value.remove_prefix(length);
    if (value.empty()) break;
    if (std::string_view("-/.").find(value.front()) == std::string_view::npos) return {};
    value.remove_prefix(1);
  }
  return numbers;
}

// Why "2020-13" is no date: ": 2020 has no month 13".
Message why_none(const std::string& value) {
  std::vector<int> numbers = numbers_of(value);
  if (numbers.size() > 1 && numbers.size() < 4 && numbers.front() <= 999 && numbers.back() > 999)
    std::reverse(numbers.begin(), numbers.end());
  if (numbers.size() < 2 || numbers.size() > 3 || numbers.front() < 1900 || numbers.front() > 2100)
    return say(" is not a date");
  const int year = numbers[0], month = numbers[1];
  if (month < 1 || month > 12) return say(": {} has no month {}", year, month);
  if (numbers.size() == 3) {
    return say(": {}-{} has no day {}", year, two_digits(month), numbers[2]);
  }
  return say(" is not a date");
}

Message hint_for(const std::string& option) {
  return say(
      "give a day, month, quarter or year, as in {} 2/7/2020, {} 2020-07, {} 'quý 3/2020' or {} "
      "'tuần trước'",
      option, option, option, option);
}

// The days of one option.
Result<TypedDays> of_option(const std::string& option, const std::string& value, Day today) {
  if (value.empty()) return TypedDays{};
  auto days = read_days(value, today);
  if (days) return days;
  return Error{ErrorCode::usage, say("{} '{}'{}", option, value, days.error().message),
               hint_for(option)};
}

std::string slot_text(Day day) {
  if (day.year == 0) return {};
  char text[16];
  std::snprintf(text, sizeof text, "%04d%02d%02d", day.year % 10'000, day.month % 100,
                day.day % 100);
  return text;
}

}  // namespace

Result<TypedDays> read_days(const std::string& value, Day today) {
  if (auto days = read_one(value, today)) return std::move(*days);
  if (auto days = read_ends(value, today)) return std::move(*days);
  return Error{ErrorCode::query, why_none(value), ""};
}

searcher::DateRange range_of(const DaySpan& span) {
  return {slot_text(span.first), slot_text(span.last)};
}

Result<ReadRange> date_range(const TypedRange& typed, Day today) {
  const auto on = of_option("--date", typed.on, today), from = of_option("--from", typed.from, today),
             to = of_option("--to", typed.to, today);
  for (const auto* one : {&on, &from, &to}) {
    if (!*one) return one->error();
  }
  ReadRange read{{slot_text(from->span.first), slot_text(to->span.last)}, {}};
  for (const auto* one : {&on, &from, &to}) {
    if (!(*one)->note.empty()) read.notes.push_back((*one)->note);
  }
  searcher::DateRange& range = read.range;
  if (!range.from.empty() && !range.to.empty() && range.to < range.from) {
    return Error{ErrorCode::usage, say("--to '{}' lies before --from '{}'", typed.to, typed.from),
                 say("swap the two")};
  }
  const searcher::DateRange within = range_of(on->span);
  range.from = std::max(range.from, within.from);
  if (range.to.empty() || (!within.to.empty() && within.to < range.to)) range.to = within.to;
  if (!range.from.empty() && !range.to.empty() && range.to < range.from) {
    return Error{ErrorCode::usage,
                 say("--date '{}' lies outside of --from and --to: no day is left", typed.on),
                 say("leave out one of them")};
  }
  return read;
}

}  // namespace khobao::filter
