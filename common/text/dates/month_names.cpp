#include "common/text/dates/month_names.h"

#include <algorithm>
#include <array>
#include <string>

namespace khobao::text {
namespace {

struct MonthNames {
  std::string_view english;
  std::array<std::string_view, 2> vietnamese;
};

constexpr std::array<MonthNames, 12> kMonths = {{
    {"january", {"một", "giêng"}},
    {"february", {"hai", ""}},
    {"march", {"ba", ""}},
    {"april", {"tư", "bốn"}},
    {"may", {"năm", ""}},
    {"june", {"sáu", ""}},
    {"july", {"bảy", "bẩy"}},
    {"august", {"tám", ""}},
    {"september", {"chín", ""}},
    {"october", {"mười", ""}},
    {"november", {"mười một", ""}},
    {"december", {"mười hai", "chạp"}},
}};

constexpr size_t kShortestName = 3;

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

// "jan", "sept", "september": the name or its beginning, of three letters, or four in "sept".
int english_month(std::string_view name) {
  if (name.size() < kShortestName) return 0;
  for (size_t i = 0; i < kMonths.size(); ++i) {
    const std::string_view full = kMonths[i].english;
    if (name == full || name == full.substr(0, kShortestName) || (i == 8 && name == "sept"))
      return static_cast<int>(i) + 1;
  }
  return 0;
}

}  // namespace

int month_of_name(std::string_view name) {
  for (size_t i = 0; i < kMonths.size(); ++i) {
    const auto& names = kMonths[i].vietnamese;
    if (!name.empty() && std::find(names.begin(), names.end(), name) != names.end())
      return static_cast<int>(i) + 1;
  }
  return english_month(name);
}

int english_month_at(std::string_view text, size_t pos, size_t& end) {
  std::string name;
  size_t at = pos;
  while (at < text.size() && small(text[at]) >= 'a' && small(text[at]) <= 'z')
    name += small(text[at++]);
  if (at < text.size() && static_cast<signed char>(text[at]) < 0) return 0;  // a longer word
  const int month = english_month(name);
  if (month == 0) return 0;
  end = at < text.size() && text[at] == '.' ? at + 1 : at;
  return month;
}

}  // namespace khobao::text
