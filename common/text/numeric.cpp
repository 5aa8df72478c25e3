#include "common/text/numeric.h"

#include <algorithm>
#include <optional>
#include <string>

#include "common/text/char_class.h"
#include "common/text/document_number.h"
#include "common/text/utf8.h"

namespace khobao::text {
namespace {

// A run of digits and its value; runs too long for an int have the value -1.
struct Digits {
  size_t begin = 0, end = 0;
  int value = -1;
  size_t size() const { return end - begin; }
};

Digits digits_at(std::string_view s, size_t pos) {
  Digits d{pos, pos};
  while (d.end < s.size() && is_ascii_digit(s[d.end])) ++d.end;
  if (d.size() > 0 && d.size() <= 8) {
    d.value = 0;
    for (size_t i = pos; i < d.end; ++i) d.value = d.value * 10 + (s[i] - '0');
  }
  return d;
}

bool is_day(const Digits& d) { return d.size() <= 2 && d.value >= 1 && d.value <= 31; }
bool is_month(const Digits& d) { return d.size() <= 2 && d.value >= 1 && d.value <= 12; }
bool is_year(const Digits& d) { return d.size() == 4 && d.value >= 1000 && d.value <= 2999; }

char at(std::string_view s, size_t pos) { return pos < s.size() ? s[pos] : '\0'; }

// "02" is 2, as in "ngày 02 tháng 7"; other leading zeros stay ("007", telephone numbers).
std::string plain_number(std::string_view s, const Digits& d) {
  std::string out(s.substr(d.begin, d.size()));
  if (out.size() == 2 && out[0] == '0') out.erase(0, 1);
  return out;
}

Token token(std::string term, size_t begin, size_t end, TokenKind kind, uint8_t parts = 0) {
  return {.term = std::move(term), .begin_byte = static_cast<uint32_t>(begin),
          .end_byte = static_cast<uint32_t>(end), .kind = kind, .gap = Gap::none, .parts = parts};
}

std::string day_month(const Digits& day, const Digits& month) {
  return std::to_string(day.value) + "/" + std::to_string(month.value);
}

// The separator of a date at `pos`: '/', '-' or '.', where a digit follows.
char date_separator(std::string_view s, size_t pos) {
  const char c = at(s, pos);
  return (c == '/' || c == '-' || c == '.') && is_ascii_digit(at(s, pos + 1)) ? c : '\0';
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

void push_date(std::string_view s, const Digits& day, const DayMonth& of, bool with_parts_of_year,
               std::vector<Token>& out) {
  const std::string term = day_month(day, of.month) + "/" + std::to_string(of.year->value);
  const size_t end = with_parts_of_year ? of.end() : day.end;
  out.push_back(token(term, day.begin, end, TokenKind::date, with_parts_of_year ? 2 : 1));
  out.push_back(token(day_month(day, of.month), day.begin,
                      with_parts_of_year ? of.month.end : day.end, TokenKind::fraction));
  if (with_parts_of_year) {
    out.push_back(token(plain_number(s, *of.year), of.year->begin, of.year->end, TokenKind::number));
  }
}

// "21, 22,23/7/2020": days that share the month and year behind the last of them.
size_t read_day_list(std::string_view s, size_t pos, std::vector<Token>& out) {
  std::vector<Digits> days;
  size_t next = pos;
  for (;;) {
    const Digits day = digits_at(s, next);
    if (day.size() == 0 || !is_day(day)) return pos;
    if (at(s, day.end) == '/') {
      const auto last = day_month_at(s, next);
      if (!last || days.empty() || is_ascii_digit(at(s, last->end()))) return pos;
      for (const Digits& d : days) {
        if (last->year) {
          push_date(s, d, *last, false, out);
        } else {
          out.push_back(token(day_month(d, last->month), d.begin, d.end, TokenKind::fraction));
        }
      }
      if (last->year) {
        push_date(s, last->day, *last, true, out);
      } else {
        out.push_back(token(day_month(last->day, last->month), last->day.begin, last->end(),
                            TokenKind::fraction));
      }
      return last->end();
    }
    if (at(s, day.end) != ',') return pos;
    days.push_back(day);
    next = day.end + 1;
    if (at(s, next) == ' ') ++next;
  }
}

size_t read_date(std::string_view s, size_t pos, bool after_cue, std::vector<Token>& out) {
  const auto date = day_month_at(s, pos);
  if (date && date->year && !is_ascii_digit(at(s, date->end()))) {
    push_date(s, date->day, *date, true, out);
    return date->end();
  }
  const Digits month = digits_at(s, pos);
  if (is_month(month) && at(s, month.end) == '/') {
    const Digits year = digits_at(s, month.end + 1);
    if (is_year(year) && at(s, year.end) != '/') {
      out.push_back(token(std::to_string(month.value) + "/" + std::to_string(year.value), pos, year.end,
                          TokenKind::date, 2));
      out.push_back(token(plain_number(s, month), pos, month.end, TokenKind::number));
      out.push_back(token(plain_number(s, year), year.begin, year.end, TokenKind::number));
      return year.end;
    }
  }
  if (date && after_cue && at(s, date->day.end) != '/' && date_separator(s, date->month.end) == '\0') {
    out.push_back(token(day_month(date->day, date->month), pos, date->month.end, TokenKind::fraction));
    return date->month.end;
  }
  return pos;
}

// Thousands in dots, decimals behind a comma or a dot.
size_t read_number(std::string_view s, size_t pos, std::vector<Token>& out) {
  const Digits first = digits_at(s, pos);
  const auto group_at = [&](size_t p, char separator) {
    if (at(s, p) != separator) return false;
    return digits_at(s, p + 1).size() == 3;
  };
  std::string term(s.substr(pos, first.size()));
  size_t end = first.end;
  const bool dotted = first.size() <= 3 && group_at(end, '.');
  const bool comma_twice = first.size() <= 3 && group_at(end, ',') && group_at(end + 4, ',');
  if (dotted || comma_twice) {
    const char separator = dotted ? '.' : ',';
    while (group_at(end, separator)) {
      term += s.substr(end + 1, 3);
      end += 4;
    }
  } else {
    term = plain_number(s, first);
  }
  const char point = at(s, end);
  if ((point == ',' || (point == '.' && !dotted)) && is_ascii_digit(at(s, end + 1))) {
    const Digits decimals = digits_at(s, end + 1);
    const char behind = at(s, decimals.end);
    const bool chain = (behind == '.' || behind == ',') && is_ascii_digit(at(s, decimals.end + 1));
    if (!chain) {  // 1.2.3 and 1,2,3 are lists, not decimals
      term += ',';
      term += s.substr(decimals.begin, decimals.size());
      end = decimals.end;
    }
  }
  if (term.size() > kMaxTermBytes) term.resize(kMaxTermBytes);
  out.push_back(token(std::move(term), pos, end, TokenKind::number));
  return end;
}

size_t read_fraction(std::string_view s, size_t pos, std::vector<Token>& out) {
  const Digits top = digits_at(s, pos);
  if (at(s, top.end) != '/' || top.size() > 6) return pos;
  const Digits bottom = digits_at(s, top.end + 1);
  if (bottom.size() == 0 || bottom.size() > 6 || at(s, bottom.end) == '/') return pos;
  out.push_back(token(plain_number(s, top) + "/" + plain_number(s, bottom), pos, bottom.end,
                      TokenKind::fraction));
  return bottom.end;
}

}  // namespace

size_t read_numeric(std::string_view s, size_t pos, bool after_date_cue, std::vector<Token>& out) {
  if (const size_t end = read_document_number(s, pos, out); end > pos) return end;
  if (const size_t end = read_day_list(s, pos, out); end > pos) return end;
  if (const size_t end = read_date(s, pos, after_date_cue, out); end > pos) return end;
  if (const size_t end = read_fraction(s, pos, out); end > pos) return end;
  size_t behind = digits_at(s, pos).end;
  if (behind < s.size() && classify(next_code_point(s, behind)) == CharClass::letter) return pos;
  return read_number(s, pos, out);
}

}  // namespace khobao::text
