#include "indexer/read/dates/dated_event.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>

#include "common/base/row_table.h"
#include "common/text/letters/char_class.h"
#include "indexer/read/lines/line_words.h"

extern "C" {
extern const char khobao_dated_events_begin[];
extern const char khobao_dated_events_end[];
}

namespace khobao::read {
namespace {

using text::Day;

constexpr size_t kEventReachBytes = 110;  // between the words of one event's name

// A row of data/dated_events.tsv without its kind.
struct Event {
  std::string_view key, term, day;
};

Event event_of(std::string_view row) {
  const size_t first = row.find('\t'), second = row.find('\t', first + 1);
  return {row.substr(0, first), row.substr(first + 1, second - first - 1), row.substr(second + 1)};
}

PackedTexts events_of(std::string_view kind) {
  return RowTable(khobao_dated_events_begin, khobao_dated_events_end).texts(kind);
}

// text::parse_day() knows no day before 1900; anniversaries do.
Day day_in_table(std::string_view text) {
  const auto number = [&](size_t begin, size_t size) {
    int value = 0;
    std::from_chars(text.data() + begin, text.data() + begin + size, value);
    return value;
  };
  return text.size() == 10 ? Day{number(0, 4), number(5, 2), number(8, 2)} : Day{};
}

size_t digits_at(std::string_view text) {
  size_t count = 0;
  while (count < text.size() && text::is_ascii_digit(text[count])) ++count;
  return count;
}

// After "kỷ niệm ": "lần thứ 75 năm Ngày …", "75 năm Ngày …".
std::optional<Day> anniversary(std::string_view behind) {
  constexpr std::string_view kTimes = "lần thứ ", kYears = " năm ";
  if (behind.starts_with(kTimes)) behind.remove_prefix(kTimes.size());
  const size_t digits = digits_at(behind);
  if (digits == 0 || digits > 3) return std::nullopt;
  const int years = std::stoi(std::string(behind.substr(0, digits)));
  behind.remove_prefix(digits);
  if (!behind.starts_with(kYears)) return std::nullopt;
  const std::string name = comparison_form(behind.substr(0, kEventReachBytes));
  for (const std::string_view row : events_of("anniversary")) {
    const Event event = event_of(row);
    if (name.find(event.key) == std::string::npos) continue;
    const Day first = day_in_table(event.day), day{first.year + years, first.month, first.day};
    if (is_valid(day)) return day;
  }
  return std::nullopt;
}

// In front of "khóa XIII": the number after "thứ" or "Trung ương"; "" where there is none.
std::string_view number_before(std::string_view before) {
  for (size_t end = before.size(); end > 0; --end) {
    if (!text::is_ascii_digit(before[end - 1])) continue;
    size_t begin = end;
    while (begin > 0 && text::is_ascii_digit(before[begin - 1])) --begin;
    const std::string_view front = before.substr(0, begin);
    const bool counted = front.ends_with("thứ ") || front.ends_with("ương ");
    return counted ? before.substr(begin, end - begin) : std::string_view();
  }
  return {};
}

std::string_view roman_at(std::string_view text) {
  return text.substr(0, std::min(text.find_first_not_of("IVX"), text.size()));
}

// Around "khóa XIII": "Kỳ họp thứ 9, Quốc hội khóa XV", "Hội nghị Trung ương 11 (khóa XIII)".
std::optional<Day> meeting(std::string_view before, std::string_view behind) {
  const std::string term = comparison_form(roman_at(behind));
  const std::string_view number = number_before(before);
  if (term.empty() || number.empty()) return std::nullopt;
  const bool assembly = before.find("uốc hội") != std::string_view::npos;
  const bool plenum = before.find("rung ương") != std::string_view::npos;
  if (!assembly && !plenum) return std::nullopt;
  for (const std::string_view row : events_of(assembly ? "session" : "plenum")) {
    const Event event = event_of(row);
    if (event.key == number && event.term == term) return day_in_table(event.day);
  }
  return std::nullopt;
}

std::optional<Day> new_year(std::string_view behind) {
  constexpr std::string_view kFull = "nguyên đán ";
  const std::string name = comparison_form(behind.substr(0, 40));
  std::string_view rest = name;
  if (rest.starts_with(kFull)) rest.remove_prefix(kFull.size());
  for (const std::string_view row : events_of("new-year")) {
    const Event event = event_of(row);
    if (rest.starts_with(event.key)) return day_in_table(event.day);
  }
  return std::nullopt;
}

std::string_view before_of(std::string_view text, size_t pos) {
  std::string_view before = text.substr(0, pos);
  if (before.size() > kEventReachBytes) before.remove_prefix(before.size() - kEventReachBytes);
  const size_t stop = before.rfind(". ");
  return stop == std::string_view::npos ? before : before.substr(stop + 2);
}

}  // namespace

void find_events(std::string_view text, size_t paragraph, std::vector<DayMention>& out) {
  const auto visit = [&](std::string_view word, auto read) {
    for (size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
      const std::optional<Day> day = read(at, text.substr(at + word.size()));
      if (!day) continue;
      DayMention mention;
      mention.day = *day;
      mention.bounded = true;
      mention.event = true;
      mention.paragraph = paragraph;
      mention.begin = at;
      out.push_back(mention);
    }
  };
  for (std::string_view word : {"ỷ niệm ", "ỉ niệm "})
    visit(word, [](size_t, std::string_view behind) { return anniversary(behind); });
  for (std::string_view word : {"hóa ", "hoá "}) {
    visit(word, [&](size_t at, std::string_view behind) {
      return roman_at(behind).empty() ? std::nullopt : meeting(before_of(text, at), behind);
    });
  }
  for (std::string_view word : {"Tết ", "tết ", "Xuân ", "xuân "})
    visit(word, [](size_t, std::string_view behind) { return new_year(behind); });
}

}  // namespace khobao::read
