#include "searcher/filter/date_bounds.h"

#include <algorithm>

namespace khobao::filter {
namespace {

bool all_digits(std::string_view s) {
  return std::all_of(s.begin(), s.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int days_in(int year, int month) {
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[month - 1];
}

// "2020-07" -> "20200701" or, as the end of a range, "20200731"; "" where it is no date.
std::string day_of(const std::string& text, bool end) {
  const bool form = (text.size() == 4 || text.size() == 7 || text.size() == 10) &&
                    all_digits(text.substr(0, 4)) &&
                    (text.size() < 7 || (text[4] == '-' && all_digits(text.substr(5, 2)))) &&
                    (text.size() < 10 || (text[7] == '-' && all_digits(text.substr(8, 2))));
  if (!form) return {};
  const int year = std::stoi(text.substr(0, 4));
  const int month = text.size() >= 7 ? std::stoi(text.substr(5, 2)) : end ? 12 : 1;
  if (month < 1 || month > 12) return {};
  const int day = text.size() == 10 ? std::stoi(text.substr(8, 2)) : end ? days_in(year, month) : 1;
  if (day < 1 || day > days_in(year, month)) return {};
  const auto two = [](int n) { return std::string(n < 10 ? "0" : "") + std::to_string(n); };
  return text.substr(0, 4) + two(month) + two(day);
}

Error bad_date(const std::string& option, const std::string& value) {
  return {ErrorCode::usage, option + " '" + value + "' is not a date",
          "give YYYY, YYYY-MM or YYYY-MM-DD, as in " + option + " 2020-07"};
}

}  // namespace

Result<searcher::DateRange> date_range(const std::string& from, const std::string& to) {
  searcher::DateRange range{day_of(from, false), day_of(to, true)};
  if (!from.empty() && range.from.empty()) return bad_date("--from", from);
  if (!to.empty() && range.to.empty()) return bad_date("--to", to);
  if (!range.from.empty() && !range.to.empty() && range.to < range.from) {
    return Error{ErrorCode::usage, "--to '" + to + "' lies before --from '" + from + "'",
                 "swap the two"};
  }
  return range;
}

}  // namespace khobao::filter
