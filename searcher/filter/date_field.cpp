#include "searcher/filter/date_field.h"

#include <algorithm>
#include <vector>

#include "common/text/letters/char_class.h"
#include "common/text/letters/fold.h"
#include "common/text/letters/normalise.h"
#include "searcher/filter/date_bounds.h"

namespace khobao::filter {
namespace {

// "2/7/2020" -> "2020-07-02"; other forms as they are.
std::string with_year_first(const std::string& value) {
  std::vector<std::string> parts(1);
  for (const char c : value) {
    if (c == '/') {
      parts.emplace_back();
    } else if (text::is_ascii_digit(c)) {
      parts.back() += c;
    } else {
      return value;
    }
  }
  if (parts.size() < 2 || parts.size() > 3 || parts.back().size() != 4) return value;
  std::reverse(parts.begin(), parts.end());
  std::string out = parts.front();
  for (size_t i = 1; i < parts.size(); ++i) {
    if (parts[i].empty() || parts[i].size() > 2) return value;
    out += (parts[i].size() == 1 ? "-0" : "-") + parts[i];
  }
  return out;
}

}  // namespace

Result<DateField> read_date_field(const std::string& value) {
  const std::string folded = text::fold(text::normalise_word(value));
  if (folded == "none" || folded == "khong") return DateField{.range = {}, .undated = true};
  constexpr std::string_view kTo = "..";
  const size_t to = value.find(kTo);
  const std::string first = with_year_first(value.substr(0, to));
  const std::string last =
      to == std::string::npos ? first : with_year_first(value.substr(to + kTo.size()));
  auto range = date_range(first, last);
  if (!range || range->open()) {
    return Error{ErrorCode::query, "'" + value + "' is no date or range of dates",
                 "as in date:2020, date:2020-07..2020-09, date:2/7/2020 or date:none"};
  }
  return DateField{.range = *range, .undated = false};
}

}  // namespace khobao::filter
