#include "common/text/dates/date_reader.h"

#include <algorithm>
#include <string>

#include "common/text/dates/month_names.h"
#include "common/text/letters/char_class.h"
#include "common/text/letters/digits.h"
#include "common/text/letters/normalise.h"

namespace khobao::text {
namespace {

constexpr int kMinutesOfHour = 60;
constexpr int kNoon = 12;

bool is_ascii_letter(char c) { return (c | 32) >= 'a' && (c | 32) <= 'z'; }
bool is_word_byte(char c) { return static_cast<signed char>(c) < 0 || is_ascii_letter(c); }

// Reads figures, words and signs one after the other; each step moves only where it succeeds.
class Scanner {
 public:
  Scanner(std::string_view text, size_t pos) : text_(text), pos_(pos) {}

  size_t pos() const { return pos_; }
  char peek() const { return byte_at(text_, pos_); }

  // A run of at most `most` digits that no further digit follows; -1 where there is none.
  int number(size_t most, size_t* digits = nullptr) {
    const Digits run = digits_at(text_, pos_);
    if (run.size() == 0 || run.size() > most) return -1;
    if (digits != nullptr) *digits = run.size();
    pos_ = run.end;
    return run.value;
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
    while (end < text_.size() && is_word_byte(text_[end])) ++end;
    return text_.substr(pos_, end - pos_);
  }

  int english_month() {
    size_t end = pos_;
    const int month = english_month_at(text_, pos_, end);
    pos_ = end;
    return month;
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
  const std::string one = normalise_word(first);
  scan.skip(first.size());
  const size_t back = scan.pos();
  scan.spaces();
  const std::string_view second = scan.next_word();
  if (const int month = second.empty() ? 0 : month_of_name(one + ' ' + normalise_word(second));
      month > 0) {
    scan.skip(second.size());
    return month;
  }
  scan.reset(back);
  return month_of_name(one);
}

// "tháng 3", "tháng Ba", "Thg 3", "thg3"; 0, nothing moved, where none stands here.
int vietnamese_month(Scanner& scan) {
  const size_t back = scan.pos();
  int month = -1;
  if (scan.word({"tháng ", "Tháng ", "THÁNG "})) {
    month = scan.number(2);
    if (month < 0) month = month_name(scan);
  } else if (scan.word({"thg", "Thg", "THG"})) {
    scan.sign('.');
    scan.spaces();
    month = scan.number(2);
  }
  if (month < 0) scan.reset(back);
  return std::max(month, 0);
}

// After the month: " năm 2025", ", 2025", " 2025"; 0 where no year is printed.
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

std::optional<FoundDate> checked(Day day, size_t end) {
  return is_valid(day) ? std::optional(FoundDate{day, end}) : std::nullopt;
}

// "21 tháng 3 năm 2025", "21 Mar 2025", "21-Mar-2025" after the day's number.
std::optional<FoundDate> read_written_date(Scanner scan, int day) {
  if (const size_t back = scan.pos();
      scan.word({"st", "nd", "rd", "th"}) && is_word_byte(scan.peek()))
    scan.reset(back);  // "4thg 3"
  scan.spaces();
  if (!scan.sign(',')) scan.sign('-');
  scan.spaces();
  Day date{0, 0, day};
  if (const int month = vietnamese_month(scan); month > 0) {
    date.month = month;
    if (scan.peek() == '/' || scan.peek() == '-') {
      scan.skip(1);
      date.year = scan.number(4);
      if (date.year < 1000) return std::nullopt;
    } else {
      date.year = written_year(scan);
    }
  } else {
    // Without "tháng" only English names are months: "lần thứ 7 năm 2023" names none.
    scan.word({"of "});
    date.month = scan.english_month();
    if (date.month == 0) return std::nullopt;
    scan.sign('-');
    date.year = written_year(scan);
    if (date.year == 0) return std::nullopt;
  }
  return checked(date, scan.pos());
}

// "Mar 21, 2025", "tháng 3 21, 2025", where the month's name begins.
std::optional<FoundDate> read_month_first(Scanner scan) {
  Day date;
  date.month = vietnamese_month(scan);
  if (date.month == 0) date.month = scan.english_month();
  if (date.month == 0 || scan.peek() != ' ') return std::nullopt;
  scan.spaces();
  date.day = scan.number(2);
  scan.word({"st", "nd", "rd", "th"});
  date.year = written_year(scan);
  if (date.day < 0 || date.year == 0) return std::nullopt;
  return checked(date, scan.pos());
}

std::optional<FoundDate> read_iso_date(Scanner scan, int year) {
  const char sign = date_sign(scan);
  if (sign == '\0') return std::nullopt;
  const int month = scan.number(2);
  if (month < 0 || date_sign(scan) != sign) return std::nullopt;
  const int day = scan.number(2);
  return checked({year, month, day}, scan.pos());
}

// After hour and minute: "PM", "CH"; the hour as of 24.
int hour_of_half(Scanner& scan, int hour) {
  Scanner half = scan;
  half.spaces();
  if (half.word({"PM", "pm", "CH", "p.m.", "P.M."})) {
    scan = half;
    return hour < kNoon ? hour + kNoon : hour;
  }
  if (half.word({"AM", "am", "SA", "a.m.", "A.M."})) {
    scan = half;
    return hour == kNoon ? 0 : hour;
  }
  return hour;
}

}  // namespace

bool may_begin_date(std::string_view text, size_t pos) {
  const char c = byte_at(text, pos), before = pos > 0 ? text[pos - 1] : ' ';
  if (is_ascii_digit(c)) return !is_ascii_digit(before);
  return std::string_view("jJfFmMaAsSoOnNdDtT").find(c) != std::string_view::npos && c != '\0' &&
         !is_word_byte(before);
}

std::optional<FoundDate> date_at(std::string_view text, size_t pos, bool short_years) {
  Scanner scan(text, pos);
  if (!is_ascii_digit(scan.peek())) return read_month_first(scan);
  size_t digits = 0;
  const int first = scan.number(4, &digits);
  if (first < 0 || digits == 3) return std::nullopt;
  if (digits == 4) return read_iso_date(scan, first);
  const Scanner behind_day = scan;
  const char sign = date_sign(scan);
  const int second = sign == '\0' ? -1 : scan.number(2);
  if (second < 0) return read_written_date(behind_day, first);
  FoundDate found{.day = {0, second, first}, .end = scan.pos()};
  Scanner year_scan = scan;
  if (date_sign(year_scan) == sign) {
    size_t year_digits = 0;
    const int year = year_scan.number(4, &year_digits);
    if (year_digits == 4 || (short_years && year_digits == 2)) {
      found.day.year = year_digits == 2 ? 2000 + year : year;
      found.end = year_scan.pos();
    }
  }
  // "3/24/2025": systems set to American English put the month first.
  if (sign == '/' && found.day.year > 0 && second > 12 && first <= 12)
    std::swap(found.day.month, found.day.day);
  const bool spaced = behind_day.peek() == ' ';
  if (!is_valid(found.day) || (spaced && found.day.year == 0)) return std::nullopt;
  return found;
}

std::optional<FoundTime> time_at(std::string_view text, size_t pos) {
  Scanner scan(text, pos);
  int hour = scan.number(2), minute = 0;
  if (hour < 0 || hour > 24) return std::nullopt;
  if (scan.sign(':')) {
    size_t digits = 0;
    minute = scan.number(2, &digits);
    if (digits != 2) return std::nullopt;
    if (scan.sign(':') && scan.number(2) < 0) return std::nullopt;
  } else {
    scan.spaces();
    if (!scan.word({"giờ", "Giờ", "h", "H", "g"})) return std::nullopt;
    if (!scan.next_word().empty()) return std::nullopt;
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
  if (minute >= kMinutesOfHour) return std::nullopt;
  hour = hour_of_half(scan, hour);
  // 24:00 is the end of the day; browsers that write 24:08 mean eight minutes past its beginning.
  if (hour == 24 && minute > 0) hour = 0;
  return FoundTime{.minute_of_day = hour * kMinutesOfHour + minute, .end = scan.pos()};
}

}  // namespace khobao::text
