#include "common/text/numbers/date_expression.h"

#include <array>
#include <optional>
#include <string>

#include "common/text/letters/char_class.h"
#include "common/text/letters/digits.h"
#include "common/text/letters/utf8.h"

namespace khobao::text {
namespace {

// Longer lists of days are no dates; the bound also keeps hostile lists from being read again at
// every number.
constexpr size_t kMaxListedDays = 31;

bool is_day(const Digits& d) { return d.size() <= 2 && d.value >= 1 && d.value <= 31; }
bool is_month(const Digits& d) { return d.size() <= 2 && d.value >= 1 && d.value <= 12; }
bool is_year(const Digits& d) { return d.size() == 4 && d.value >= 1000 && d.value <= 2999; }

std::string day_month(const Digits& day, const Digits& month) {
  return std::to_string(day.value) + "/" + std::to_string(month.value);
}

// The separator of a date at `pos`: '/', '-' or '.', where a digit follows.
char date_separator(std::string_view s, size_t pos) {
  const char c = byte_at(s, pos);
  return (c == '/' || c == '-' || c == '.') && is_ascii_digit(byte_at(s, pos + 1)) ? c : '\0';
}

// day SEP month [SEP year], and what of it is there.
struct DayMonth {
  Digits day, month;
  std::optional<Digits> year;
  size_t end() const { return year ? year->end : month.end; }
};

std::optional<DayMonth> day_month_at(std::string_view s, size_t pos) {
  DayMonth found{.day = digits_at(s, pos), .month = {}, .year = {}};
  const char separator = date_separator(s, found.day.end);
  if (separator == '\0' || !is_day(found.day)) return std::nullopt;
  found.month = digits_at(s, found.day.end + 1);
  if (!is_month(found.month)) return std::nullopt;
  if (date_separator(s, found.month.end) == separator) {
    const Digits year = digits_at(s, found.month.end + 1);
    if (is_year(year)) found.year = year;
  }
  return found;
}

// The day that bears month and year itself.
void push_date(std::string_view s, const DayMonth& date, std::vector<Token>& out) {
  const std::string fraction = day_month(date.day, date.month);
  if (date.year) {
    out.push_back(make_token(fraction + "/" + std::to_string(date.year->value), date.day.begin,
                             date.end(), TokenKind::date, 2));
  }
  out.push_back(make_token(fraction, date.day.begin, date.month.end, TokenKind::fraction));
  if (date.year) {
    out.push_back(make_token(plain_number(s, *date.year), date.year->begin, date.year->end,
                             TokenKind::number));
  }
}

// A day that shares the month and year of the last in its list.
void push_listed_day(const Digits& day, const DayMonth& last, std::vector<Token>& out) {
  const std::string fraction = day_month(day, last.month);
  if (last.year) {
    out.push_back(make_token(fraction + "/" + std::to_string(last.year->value), day.begin, day.end,
                             TokenKind::date, 1));
  }
  out.push_back(make_token(fraction, day.begin, day.end, TokenKind::fraction));
}

// Where the next day of a list begins after a comma ("21, 22,23/7") or a tight dash ("22-23/7");
// `pos` where no list goes on.
size_t next_listed(std::string_view s, size_t pos) {
  size_t behind = pos;
  if (byte_at(s, pos) == ',') {
    behind = pos + 1;
    if (byte_at(s, behind) == ' ') ++behind;
  } else if (pos >= s.size() || !is_dash(next_code_point(s, behind))) {
    return pos;
  }
  return is_ascii_digit(byte_at(s, behind)) ? behind : pos;
}

// Days go up within a list. Without a year only a cue tells the commas of "ngày 23,24/6" from that
// of "5,8/10 điểm"; and the minutes of "07:02, 20/02/2020" are no day.
size_t read_day_list(std::string_view s, size_t pos, DateCue cue, std::vector<Token>& out) {
  if (cue == DateCue::weekday || (pos > 0 && s[pos - 1] == ':')) return pos;
  std::vector<Digits> days;
  bool commas = false;
  size_t next = pos;
  for (;;) {
    const Digits day = digits_at(s, next);
    if (!is_day(day) || (!days.empty() && day.value <= days.back().value)) return pos;
    if (byte_at(s, day.end) == '/') break;
    days.push_back(day);
    commas = commas || byte_at(s, day.end) == ',';
    next = next_listed(s, day.end);
    if (next == day.end || days.size() > kMaxListedDays) return pos;
  }
  const auto last = day_month_at(s, next);
  if (!last || days.empty() || is_ascii_digit(byte_at(s, last->end()))) return pos;
  if (!last->year && commas && cue != DateCue::day) return pos;
  if (!last->year && date_separator(s, last->end()) != '\0') return pos;
  for (const Digits& day : days) push_listed_day(day, *last, out);
  push_date(s, *last, out);
  return last->end();
}

size_t read_month_year(std::string_view s, size_t pos, DateCue cue, std::vector<Token>& out) {
  const Digits month = digits_at(s, pos);
  const char separator = date_separator(s, month.end);
  if (!is_month(month) || separator == '\0' || (separator != '/' && cue != DateCue::month))
    return pos;
  const Digits year = digits_at(s, month.end + 1);
  if (!is_year(year) || byte_at(s, year.end) == '/' || date_separator(s, year.end) == separator)
    return pos;
  out.push_back(make_token(std::to_string(month.value) + "/" + std::to_string(year.value), pos,
                           year.end, TokenKind::date, 2));
  out.push_back(make_token(plain_number(s, month), pos, month.end, TokenKind::number));
  out.push_back(make_token(plain_number(s, year), year.begin, year.end, TokenKind::number));
  return year.end;
}

// 4/2016, 4-2016 and 4.2016 after "quý".
size_t read_quarter_year(std::string_view s, size_t pos, std::vector<Token>& out) {
  const Digits quarter = digits_at(s, pos);
  if (quarter.value < 1 || quarter.value > 4 || date_separator(s, quarter.end) == '\0') return pos;
  const Digits year = digits_at(s, quarter.end + 1);
  if (!is_year(year) || date_separator(s, year.end) != '\0') return pos;
  out.push_back(make_token(plain_number(s, quarter), pos, quarter.end, TokenKind::number));
  out.push_back(make_token(plain_number(s, year), year.begin, year.end, TokenKind::number));
  return year.end;
}

// 16.12 and 30-6 after a cue, and the 4/5 of 4/5/20.
size_t read_day_month(std::string_view s, size_t pos, DateCue cue, std::vector<Token>& out) {
  const auto date = day_month_at(s, pos);
  if (!date) return pos;
  const char separator = byte_at(s, date->day.end);
  const char behind = date_separator(s, date->month.end);
  const bool short_year =
      separator == '/' && behind == '/' && digits_at(s, date->month.end + 1).size() == 2;
  if (!short_year && (cue != DateCue::day || separator == '/' || behind != '\0')) return pos;
  out.push_back(
      make_token(day_month(date->day, date->month), pos, date->month.end, TokenKind::fraction));
  return date->month.end;
}

}  // namespace

DateCue date_cue(std::string_view term) {
  static constexpr std::array<std::string_view, 10> kDayCues = {
      "ngày", "sáng", "trưa", "chiều", "tối", "đêm", "khuya", "hôm", "rạng", "mùng"};
  for (std::string_view cue : kDayCues) {
    if (term == cue) return DateCue::day;
  }
  if (term == "tháng") return DateCue::month;
  if (term == "quý" || term == "quí") return DateCue::quarter;
  return term == "thứ" ? DateCue::weekday : DateCue::none;
}

DateCue typed_date_cue(std::string_view term) {
  static constexpr std::array<std::string_view, 5> kDayCues = {"ngay", "sang", "chieu", "toi",
                                                               "hom"};
  if (const DateCue cue = date_cue(term); cue != DateCue::none) return cue;
  for (std::string_view cue : kDayCues) {
    if (term == cue) return DateCue::day;
  }
  if (term == "thang") return DateCue::month;
  return term == "quy" ? DateCue::quarter : DateCue::none;
}

size_t read_date(std::string_view s, size_t pos, DateCue cue, std::vector<Token>& out) {
  if (cue == DateCue::quarter) {
    if (const size_t end = read_quarter_year(s, pos, out); end > pos) return end;
  }
  if (const size_t end = read_day_list(s, pos, cue, out); end > pos) return end;
  if (const auto date = day_month_at(s, pos);
      date && date->year && !is_ascii_digit(byte_at(s, date->end()))) {
    push_date(s, *date, out);
    return date->end();
  }
  if (const size_t end = read_month_year(s, pos, cue, out); end > pos) return end;
  return read_day_month(s, pos, cue, out);
}

}  // namespace khobao::text
