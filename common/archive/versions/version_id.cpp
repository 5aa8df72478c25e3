#include "common/archive/versions/version_id.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace khobao::archive {
namespace {

constexpr std::string_view kDayShape = "0000-00-00";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_day(std::string_view text) {
  return text.size() == kDayShape.size() &&
         std::equal(text.begin(), text.end(), kDayShape.begin(),
                    [](char c, char shape) { return shape == '0' ? is_digit(c) : c == shape; });
}

// The day and the number of a version; "" where the id is of none.
std::pair<std::string_view, unsigned> when(std::string_view id) {
  const size_t at = id.rfind('@');
  if (at == std::string_view::npos || at == 0) return {};
  const std::string_view day = id.substr(at + 1, kDayShape.size());
  if (!is_day(day)) return {};
  const std::string_view rest = id.substr(at + 1 + day.size());
  if (rest.empty()) return {day, 1};
  unsigned number = 0;
  const char* const end = rest.data() + rest.size();
  if (rest[0] != '.' || rest.size() < 2 || !is_digit(rest[1])) return {};
  const auto [stopped, error] = std::from_chars(rest.data() + 1, end, number);
  if (error != std::errc() || stopped != end || number < 2) return {};
  return {day, number};
}

}  // namespace

std::string version_id(std::string_view id, std::string_view day, unsigned number) {
  std::string version(id);
  version.append("@").append(day);
  if (number > 1) version.append(".").append(std::to_string(number));
  return version;
}

std::string_view version_base(std::string_view id) {
  return when(id).first.empty() ? std::string_view() : id.substr(0, id.rfind('@'));
}

bool went_before(std::string_view a, std::string_view b) { return when(a) < when(b); }

}  // namespace khobao::archive
