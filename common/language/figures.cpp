#include "common/language/figures.h"

#include <algorithm>
#include <cstdio>

#include "common/language/say.h"

namespace khobao {
namespace {

std::string grouped(std::string digits) {
  for (size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ".");
  return digits;
}

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
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
  std::string english = text, vietnamese = english;
  const size_t point = std::min(vietnamese.find('.'), vietnamese.size());
  const size_t sign = vietnamese.starts_with('-') ? 1 : 0;
  std::string rest = vietnamese.substr(std::min(point + 1, vietnamese.size()));
  vietnamese = vietnamese.substr(0, sign) + grouped(vietnamese.substr(sign, point - sign)) +
               (rest.empty() ? "" : "," + rest);
  return {std::move(english), std::move(vietnamese)};
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
