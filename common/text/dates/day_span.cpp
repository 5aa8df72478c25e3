#include "common/text/dates/day_span.h"

#include <algorithm>
#include <string>
#include <vector>

#include "common/text/dates/date_reader.h"
#include "common/text/dates/month_names.h"
#include "common/text/letters/char_class.h"
#include "common/text/letters/digits.h"
#include "common/text/letters/fold.h"
#include "common/text/letters/normalise.h"

namespace khobao::text {
namespace {

constexpr size_t kMaxBytes = 120;

using Span = std::optional<DaySpan>;

Span days(Day first, Day last) {
  if (!is_valid(first) || !is_valid(last) || last < first) return std::nullopt;
  return DaySpan{first, last};
}

bool is_year_of_calendar(int year) { return year != 0 && is_valid({year, 1, 1}); }

// `first` to `last` of a year's months.
Span months(int year, int first, int last) {
  if (!is_year_of_calendar(year) || first < 1 || last > 12 || last < first) return std::nullopt;
  return days({year, first, 1}, {year, last, days_in_month(year, last)});
}

Span quarter(int year, int number) {
  if (number < 1 || number > 4) return std::nullopt;
  return months(year, 3 * number - 2, 3 * number);
}

// Weeks run from Monday; the first of a year holds its 4 January (ISO 8601).
Span iso_week(int year, int number) {
  if (!is_year_of_calendar(year) || number < 1 || number > 53) return std::nullopt;
  const Day fourth{year, 1, 4};
  const long monday = day_number(fourth) - weekday_of(fourth) + 7L * (number - 1);
  if (day_of_number(monday + 3).year != year) return std::nullopt;  // a year of 52 weeks
  return days(day_of_number(monday), day_of_number(monday + 6));
}

Span last_days(Day today, long count) {
  if (count < 1 || count > 100'000) return std::nullopt;
  return days(day_of_number(day_number(today) - count + 1), today);
}

// Words in small letters without marks, runs of digits, and signs, each by itself.
std::vector<std::string> pieces_of(std::string_view text) {
  std::vector<std::string> pieces;
  for (size_t pos = 0; pos < text.size();) {
    if (text[pos] == ' ') {
      ++pos;
    } else if (const Digits run = digits_at(text, pos); run.size() > 0) {
      pieces.emplace_back(text.substr(pos, run.size()));
      pos = run.end;
    } else {
      size_t end = pos;
      while (end < text.size() && !is_ascii_digit(text[end]) &&
             (static_cast<signed char>(text[end]) < 0 || (text[end] | 32) >= 'a'))
        ++end;
      if (end == pos) end = pos + 1;
      pieces.push_back(fold(normalise_word(text.substr(pos, end - pos))));
      pos = end;
    }
  }
  return pieces;
}

int number_of(const std::string& piece, size_t most_digits) {
  const Digits run = digits_at(piece, 0);
  return run.size() == piece.size() && run.size() > 0 && run.size() <= most_digits ? run.value : -1;
}

int roman_quarter(const std::string& piece) {
  constexpr std::string_view kNumerals[] = {"i", "ii", "iii", "iv"};
  const auto* found = std::find(std::begin(kNumerals), std::end(kNumerals), piece);
  return found == std::end(kNumerals) ? -1 : static_cast<int>(found - std::begin(kNumerals)) + 1;
}

// Reads the pieces one after the other; a reader that fails starts over with the next form.
class Pieces {
 public:
  explicit Pieces(std::vector<std::string> pieces) : pieces_(std::move(pieces)) {}

  void restart() { at_ = 0; }
  bool ended() const { return at_ == pieces_.size(); }

  bool word(std::initializer_list<std::string_view> words) {
    if (ended() || std::find(words.begin(), words.end(), pieces_[at_]) == words.end()) return false;
    return ++at_, true;
  }
  // Several words one after the other.
  bool phrase(std::string_view words) {
    size_t at = at_;
    for (size_t pos = 0; pos < words.size();) {
      const size_t end = std::min(words.find(' ', pos), words.size());
      if (at >= pieces_.size() || pieces_[at] != words.substr(pos, end - pos)) return false;
      ++at;
      pos = end + 1;
    }
    return at_ = at, true;
  }
  int number(size_t most_digits) {
    const int value = ended() ? -1 : number_of(pieces_[at_], most_digits);
    at_ += value >= 0;
    return value;
  }
  int quarter_number() {
    if (const int value = number(1); value > 0) return value;
    const int value = ended() ? -1 : roman_quarter(pieces_[at_]);
    at_ += value > 0;
    return value;
  }
  int english_month() {
    if (ended()) return 0;
    size_t end = 0;
    const int month = english_month_at(pieces_[at_], 0, end);
    if (month == 0 || end != pieces_[at_].size()) return 0;
    ++at_;
    word({"."});
    return month;
  }
  // "/2020", "-2020", " năm 2020", " 2020" at the end; -1 where anything else stands there.
  int last_year() {
    word({"/", "-", ".", ","});
    word({"nam"});
    const int year = ended() || pieces_[at_].size() != 4 ? -1 : number(4);
    return ended() ? year : -1;
  }

 private:
  std::vector<std::string> pieces_;
  size_t at_ = 0;
};

Span year_or_month(Pieces& p) {
  p.word({"nam"});
  if (const int year = p.number(4); year >= 1000) {
    if (p.ended()) return months(year, 1, 12);
    if (!p.word({"-", "/", "."})) return std::nullopt;
    if (p.word({"q"})) {
      const int number = p.quarter_number();
      return p.ended() ? quarter(year, number) : std::nullopt;
    }
    if (p.word({"w"})) {
      const int week = p.number(2);
      return p.ended() ? iso_week(year, week) : std::nullopt;
    }
    const int month = p.number(2);
    return p.ended() ? months(year, month, month) : std::nullopt;
  }
  p.restart();
  p.word({"thang", "thg", "t"});
  int month = p.number(2);
  if (month < 0) month = p.english_month();
  return month > 0 ? months(p.last_year(), month, month) : std::nullopt;
}

Span part_of_year(Pieces& p) {
  if (p.word({"quy", "q"})) {
    const int number = p.quarter_number();
    return number > 0 ? quarter(p.last_year(), number) : std::nullopt;
  }
  int count = 6;
  if (!p.word({"nua"})) {
    count = p.number(2);
    if (count < 1 || count > 12 || !p.word({"thang"})) return std::nullopt;
  }
  if (p.word({"dau"})) return months(p.last_year(), 1, count);
  if (p.word({"cuoi"})) return months(p.last_year(), 13 - count, 12);
  return std::nullopt;
}

Span week_of(Day today, long weeks_back) {
  const long monday = day_number(today) - weekday_of(today) - 7 * weeks_back;
  return days(day_of_number(monday), day_of_number(monday + 6));
}

Span month_of(Day today, int months_back) {
  const int all = today.year * 12 + today.month - 1 - months_back;
  return months(all / 12, all % 12 + 1, all % 12 + 1);
}

Span relative(Pieces& p, Day today) {
  const auto is = [&](std::initializer_list<std::string_view> phrases) {
    return std::any_of(phrases.begin(), phrases.end(), [&](std::string_view phrase) {
      p.restart();
      return p.phrase(phrase) && p.ended();
    });
  };
  if (is({"hom nay", "today"})) return days(today, today);
  if (is({"hom qua", "yesterday"})) {
    const Day day = day_of_number(day_number(today) - 1);
    return days(day, day);
  }
  if (is({"tuan nay", "this week"})) return week_of(today, 0);
  if (is({"tuan truoc", "tuan qua", "last week"})) return week_of(today, 1);
  if (is({"thang nay", "this month"})) return month_of(today, 0);
  if (is({"thang truoc", "thang qua", "last month"})) return month_of(today, 1);
  const int number = (today.month + 2) / 3;
  if (is({"quy nay", "this quarter"})) return quarter(today.year, number);
  if (is({"quy truoc", "last quarter"}))
    return number > 1 ? quarter(today.year, number - 1) : quarter(today.year - 1, 4);
  if (is({"nam nay", "this year"})) return months(today.year, 1, 12);
  if (is({"nam ngoai", "nam truoc", "last year"})) return months(today.year - 1, 1, 12);
  p.restart();
  const int count = p.number(4);
  if (count > 0 && p.word({"ngay", "days"}) && p.word({"qua", "gan", "ago"}))
    return last_days(today, count);
  return std::nullopt;
}

std::string_view without_outer_spaces(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

// A day, with "ngày" or the weekday in front or not.
Span one_day(std::string_view text) {
  size_t begin = 0;
  while (begin < text.size() && !may_begin_date(text, begin)) ++begin;
  // Only words like "ngày" and a weekday may stand in front.
  constexpr size_t kMostBytesBefore = 24;
  if (begin > kMostBytesBefore) return std::nullopt;
  if (text.size() == 8 && digits_at(text, 0).size() == 8) {
    const int all = digits_at(text, 0).value;
    const Day day{all / 10000, all / 100 % 100, all % 100};
    return days(day, day);
  }
  for (size_t pos = begin; pos < text.size(); ++pos) {
    if (!may_begin_date(text, pos)) continue;
    const auto found = date_at(text, pos);
    if (!found || found->end != text.size() || found->day.year == 0) continue;
    for (const std::string& piece : pieces_of(text.substr(0, pos))) {
      constexpr std::string_view kBefore[] = {"ngay", "thu", "hai", "ba",   "tu", "nam",
                                              "sau",  "bay", "chu", "nhat", ",",  "2",
                                              "3",    "4",   "5",   "6",    "7"};
      if (std::find(std::begin(kBefore), std::end(kBefore), piece) == std::end(kBefore))
        return std::nullopt;
    }
    return days(found->day, found->day);
  }
  return std::nullopt;
}

Span single(std::string_view text, Day today) {
  text = without_outer_spaces(text);
  if (const Span day = one_day(text)) return day;
  Pieces pieces(pieces_of(text));
  if (const Span span = year_or_month(pieces)) return span;
  pieces.restart();
  if (const Span span = part_of_year(pieces)) return span;
  return today.year > 0 ? relative(pieces, today) : std::nullopt;
}

// "A..B", "từ A đến B", "A - B": the two texts; the second only where `is_range`.
struct Ends {
  std::string_view first, last;
  bool is_range = false;
};

Ends ends_of(std::string_view text) {
  for (std::string_view sign :
       {"...", "..", "…", " - ", " – ", " — ", "–", " đến ", " tới ", " den ", " toi ", " to "}) {
    const size_t at = text.find(sign);
    if (at == std::string_view::npos) continue;
    return {text.substr(0, at), text.substr(at + sign.size()), true};
  }
  return {text, {}, false};
}

bool strip_word(std::string_view& text, std::initializer_list<std::string_view> words) {
  for (std::string_view word : words) {
    if (text.size() > word.size() && text.starts_with(word) && text[word.size()] == ' ')
      return text = without_outer_spaces(text.substr(word.size())), true;
  }
  return false;
}

}  // namespace

std::optional<DaySpan> read_day_span(std::string_view text, Day today) {
  text = without_outer_spaces(text);
  if (text.empty() || text.size() > kMaxBytes) return std::nullopt;
  const bool from = strip_word(text, {"từ", "Từ", "tu", "from", "since"});
  Ends ends = ends_of(text);
  if (!ends.is_range) {
    const bool until = !from && strip_word(ends.first, {"đến", "Đến", "den", "until"});
    Span span = single(ends.first, today);
    if (!span) return std::nullopt;
    if (from) span->last = {};
    if (until) span->first = {};
    return span;
  }
  ends.first = without_outer_spaces(ends.first), ends.last = without_outer_spaces(ends.last);
  const Span first = single(ends.first, today), last = single(ends.last, today);
  if ((!first && !ends.first.empty()) || (!last && !ends.last.empty())) return std::nullopt;
  if (!first && !last) return std::nullopt;
  const DaySpan span{first ? first->first : Day{}, last ? last->last : Day{}};
  if (first && last && span.last < span.first) return std::nullopt;
  return span;
}

}  // namespace khobao::text
