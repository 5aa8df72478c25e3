#include "indexer/read/dates/printed_dates.h"

#include <algorithm>
#include <string>

#include "common/text/letters/char_class.h"
#include "indexer/read/dates/date_words.h"
#include "indexer/read/lines/clean.h"
#include "indexer/read/lines/line_words.h"

namespace khobao::read {
namespace {

using text::is_ascii_digit;

// Reads figures, words and signs one after the other; each step moves only where it succeeds.
class Scanner {
 public:
  Scanner(std::string_view text, size_t pos) : text_(text), pos_(pos) {}

  size_t pos() const { return pos_; }
  char peek() const { return pos_ < text_.size() ? text_[pos_] : '\0'; }

  // A run of at most `most` digits that no further digit follows; -1 where there is none.
  int number(size_t most, size_t* digits = nullptr) {
    size_t end = pos_;
    int value = 0;
    while (end < text_.size() && is_ascii_digit(text_[end]) && end - pos_ < most)
      value = value * 10 + (text_[end++] - '0');
    if (end == pos_ || (end < text_.size() && is_ascii_digit(text_[end]))) return -1;
    if (digits != nullptr) *digits = end - pos_;
    pos_ = end;
    return value;
  }

  void spaces() {
    while (peek() == ' ') ++pos_;
  }

  bool sign(char c) {
    if (peek() != c) return false;
    ++pos_;
    return true;
  }

  // One of the words, in small letters, with a first capital, or in capitals as listed.
  bool word(std::initializer_list<std::string_view> forms) {
    for (std::string_view form : forms) {
      if (text_.substr(pos_).starts_with(form)) return pos_ += form.size(), true;
    }
    return false;
  }

  // The next word as printed, "" where none begins here.
  std::string_view next_word() const {
    size_t end = pos_;
    while (end < text_.size() && (static_cast<unsigned char>(text_[end]) >= 0x80 ||
                                  ((text_[end] | 32) >= 'a' && (text_[end] | 32) <= 'z')))
      ++end;
    return text_.substr(pos_, end - pos_);
  }
  void skip(size_t bytes) { pos_ += bytes; }
  void reset(size_t pos) { pos_ = pos; }

 private:
  std::string_view text_;
  size_t pos_;
};

// The sign between the parts of a date, with at most one space on each side; '\0' where none is.
char date_sign(Scanner& scan) {
  const size_t back = scan.pos();
  if (scan.peek() == ' ') scan.skip(1);
  for (char sign : {'/', '-', '.'}) {
    if (scan.sign(sign)) {
      if (scan.peek() == ' ') scan.skip(1);
      return sign;
    }
  }
  scan.reset(back);
  return '\0';
}

int month_name(Scanner& scan) {
  const std::string_view first = scan.next_word();
  if (first.empty()) return 0;
  const std::string one = comparison_form(first);
  scan.skip(first.size());
  const size_t back = scan.pos();
  scan.spaces();
  const std::string_view second = scan.next_word();
  if (const int month = second.empty() ? 0 : month_of_name(one + ' ' + comparison_form(second));
      month > 0) {
    scan.skip(second.size());
    return month;
  }
  scan.reset(back);
  return month_of_name(one);
}

// Behind the month: " năm 2025", ", 2025", " 2025"; 0 where no year is printed.
int written_year(Scanner& scan) {
  const size_t back = scan.pos();
  scan.sign(',');
  scan.spaces();
  scan.word({"năm ", "Năm ", "NĂM "});
  size_t digits = 0;
  const int year = scan.number(4, &digits);
  if (digits == 4) return year;
  scan.reset(back);
  return 0;
}

// "21 tháng 3 năm 2025", "21 Mar 2025" behind the day's number.
std::optional<FoundDate> read_written_date(Scanner scan, int day) {
  scan.spaces();
  scan.sign(',');
  scan.spaces();
  FoundDate found{.day = {0, 0, day}, .end = 0};
  if (scan.word({"tháng ", "Tháng ", "THÁNG "})) {
    found.day.month = scan.number(2);
    if (found.day.month < 0) found.day.month = month_name(scan);
    if (scan.peek() == '/' || scan.peek() == '-') {
      scan.skip(1);
      found.day.year = scan.number(4);
      if (found.day.year < 1000) return std::nullopt;
    } else {
      found.day.year = written_year(scan);
    }
  } else {
    // Without "tháng" only English names are months: "lần thứ 7 năm 2023" names none.
    const std::string_view name = scan.next_word();
    const bool english = std::all_of(name.begin(), name.end(),
                                     [](char c) { return static_cast<signed char>(c) >= 0; });
    found.day.month = english && name.size() >= 3 ? month_of_name(comparison_form(name)) : 0;
    scan.skip(name.size());
    found.day.year = found.day.month > 0 ? written_year(scan) : 0;
    if (found.day.year == 0) return std::nullopt;
  }
  found.end = scan.pos();
  if (!is_valid(found.day)) return std::nullopt;
  return found;
}

std::optional<FoundDate> read_iso_date(Scanner scan, int year) {
  const char sign = date_sign(scan);
  if (sign == '\0') return std::nullopt;
  const int month = scan.number(2);
  if (month < 0 || date_sign(scan) != sign) return std::nullopt;
  const FoundDate found{.day = {year, month, scan.number(2)}, .end = scan.pos()};
  if (!is_valid(found.day)) return std::nullopt;
  return found;
}

}  // namespace

std::optional<FoundDate> read_date(std::string_view text, size_t pos, bool short_years) {
  Scanner scan(text, pos);
  size_t digits = 0;
  const int first = scan.number(4, &digits);
  if (first < 0 || digits == 3) return std::nullopt;
  if (digits == 4) return read_iso_date(scan, first);
  const size_t behind_day = scan.pos();
  const char sign = date_sign(scan);
  if (sign == '\0') return read_written_date(scan, first);
  FoundDate found{.day = {0, scan.number(2), first}, .end = 0};
  found.end = scan.pos();
  if (found.day.month < 0) return std::nullopt;
  Scanner year_scan = scan;
  if (date_sign(year_scan) == sign) {
    size_t year_digits = 0;
    const int year = year_scan.number(4, &year_digits);
    if (year_digits == 4 || (short_years && year_digits == 2)) {
      found.day.year = year_digits == 2 ? 2000 + year : year;
      found.end = year_scan.pos();
    }
  }
  const bool spaced = text[behind_day] == ' ';
  if (!is_valid(found.day) || (spaced && found.day.year == 0)) return std::nullopt;
  return found;
}

std::optional<FoundTime> read_time(std::string_view text, size_t pos) {
  Scanner scan(text, pos);
  int hour = scan.number(2), minute = 0;
  if (hour < 0 || hour > 24) return std::nullopt;
  const size_t behind_hour = scan.pos();
  if (scan.sign(':')) {
    size_t digits = 0;
    minute = scan.number(2, &digits);
    if (digits != 2) return std::nullopt;
    if (scan.sign(':') && scan.number(2) < 0) return std::nullopt;
  } else {
    scan.spaces();
    if (!scan.word({"giờ", "Giờ", "h", "H", "g"})) return std::nullopt;
    if (scan.next_word().size() > 0) return std::nullopt;
    const size_t back = scan.pos();
    scan.spaces();
    minute = scan.number(2);
    if (minute < 0) {
      minute = 0;
      scan.reset(back);
    } else {
      scan.word({" phút", "'", "’", "ph"});
    }
  }
  if (minute > 59 || scan.pos() == behind_hour) return std::nullopt;
  Scanner half = scan;
  half.spaces();
  if (half.word({"PM", "pm", "CH"})) {
    if (hour < 12) hour += 12;
    scan = half;
  } else if (half.word({"AM", "am", "SA"})) {
    if (hour == 12) hour = 0;
    scan = half;
  }
  if (hour == 24) hour = 0;
  return FoundTime{.minute_of_day = hour * 60 + minute, .end = scan.pos()};
}

}  // namespace khobao::read
