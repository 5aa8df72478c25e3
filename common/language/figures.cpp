#include "common/language/figures.h"

#include <algorithm>
#include <cstdio>

#include "common/language/say.h"

namespace khobao {
namespace {

std::string grouped(const std::string& digits) {
  std::string out;
  for (size_t at = 0; at < digits.size(); ++at) {
    if (at > 0 && (digits.size() - at) % 3 == 0) out += '.';
    out += digits[at];
  }
  return out;
}

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// "-12345.6" as "-12.345,6"; "1e-05" as it is.
Message with_comma(const std::string& english) {
  const size_t digits = english.starts_with('-') ? 1 : 0;
  const size_t end = std::min(english.find_first_not_of("0123456789", digits), english.size());
  std::string rest = english.substr(end);
  if (rest.starts_with('.')) rest.front() = ',';
  return {english, english.substr(0, digits) + grouped(english.substr(digits, end - digits)) + rest};
}

}  // namespace

Message number_shown(uint64_t number) {
  const std::string digits = std::to_string(number);
  return {digits, grouped(digits)};
}

Message articles_shown(uint64_t count) {
  return count == 1 ? say("{} article", number_shown(count))
                    : say("{} articles", number_shown(count));
}

Message decimal_shown(double number, int digits) {
  char text[64];
  std::snprintf(text, sizeof text, "%.*f", digits, number);
  return with_comma(text);
}

Message short_decimal_shown(double number) {
  char text[64];
  std::snprintf(text, sizeof text, "%g", number);
  return with_comma(text);
}

Message date_shown(std::string_view date) {
  const std::string english(date);
  const std::string_view year = date.substr(0, 4),
                         month = date.substr(0, 7).substr(std::min<size_t>(date.size(), 5)),
                         day = date.substr(0, 10).substr(std::min<size_t>(date.size(), 8));
  if (date.size() < 7 || !is_number(year) || !is_number(month) || date[4] != '-') return english;
  const std::string month_and_year = std::string(month) + "/" + std::string(year);
  if (date.size() == 7) return {english, month_and_year};
  if (date.size() < 10 || !is_number(day) || date[7] != '-') return english;
  std::string rest(date.substr(10));
  if (rest.starts_with('T')) rest.front() = ' ';
  if (rest.ends_with('Z')) rest.replace(rest.size() - 1, 1, " UTC");
  return {english, std::string(day) + "/" + month_and_year + rest};
}

}  // namespace khobao
