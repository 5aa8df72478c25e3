#include "indexer/read/dates/url_date.h"

#include "common/text/letters/char_class.h"
#include "common/text/letters/digits.h"

namespace khobao::read {
namespace {

using text::Day;
using text::Digits;
using text::Moment;

constexpr int kFirstAddressYear = 1990, kLastAddressYear = 2099;  // of pages with an address
constexpr size_t kLongestAddressBytes = 2048;

int number(std::string_view text, size_t pos, size_t digits) {
  int value = 0;
  for (size_t i = pos; i < pos + digits; ++i) value = value * 10 + (text[i] - '0');
  return value;
}

std::optional<Moment> moment_of(Day day, std::string_view time) {
  if (day.year < kFirstAddressYear || day.year > kLastAddressYear || !is_valid(day))
    return std::nullopt;
  if (time.size() < 4) return Moment{day, -1};
  const int hour = number(time, 0, 2), minute = number(time, 2, 2);
  if (hour > 23 || minute > 59) return std::nullopt;
  if (time.size() >= 6 && number(time, 4, 2) > 59) return std::nullopt;
  return Moment{day, hour * 60 + minute};
}

// A run of digits that is a moment: YYYYMMDD, with HHMM, HHMMSS, HHMMSSmmm after; or three digits
// and YYMMDDHHMMSS with milliseconds or without.
std::optional<Moment> moment_of_run(std::string_view run) {
  if (run.size() == 8 || run.size() == 12 || run.size() == 14 || run.size() == 17)
    return moment_of({number(run, 0, 4), number(run, 4, 2), number(run, 6, 2)}, run.substr(8));
  if (run.size() == 18 || run.size() == 15) {
    const std::string_view at = run.substr(3);
    return moment_of({2000 + number(at, 0, 2), number(at, 2, 2), number(at, 4, 2)}, at.substr(6));
  }
  return std::nullopt;
}

bool is_letter(char c) {
  return static_cast<signed char>(c) < 0 || ((c | 32) >= 'a' && (c | 32) <= 'z');
}

// "2020/07/02", "2020-07-02", "2020/7/2" that begins with the run of four digits.
std::optional<Moment> spaced_date(std::string_view text, const Digits& year) {
  const char sign = text::byte_at(text, year.end);
  if (sign != '/' && sign != '-' && sign != '_' && sign != '.') return std::nullopt;
  const Digits month = text::digits_at(text, year.end + 1);
  if (month.size() < 1 || month.size() > 2 || text::byte_at(text, month.end) != sign)
    return std::nullopt;
  const Digits day = text::digits_at(text, month.end + 1);
  if (day.size() < 1 || day.size() > 2 || is_letter(text::byte_at(text, day.end)))
    return std::nullopt;
  return moment_of({year.value, month.value, day.value}, {});
}

}  // namespace

std::optional<Moment> date_in_path(std::string_view path) {
  const size_t slash = path.rfind('/');
  const std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
  if (const auto moment = date_in_address(name)) return moment;
  for (size_t pos = 0; slash != std::string_view::npos && pos < slash; ++pos) {
    const Digits run = text::digits_at(path, pos);
    const bool component = run.size() == 4 && (pos == 0 || path[pos - 1] == '/') &&
                           text::byte_at(path, run.end) == '/';
    if (component) {
      if (const auto moment = spaced_date(path, run)) return moment;
    }
  }
  return std::nullopt;
}

std::optional<Moment> date_in_address(std::string_view address) {
  address = address.substr(0, kLongestAddressBytes);
  std::optional<Moment> found;
  for (size_t pos = 0; pos < address.size(); ++pos) {
    const Digits run = text::digits_at(address, pos);
    if (run.size() == 0) continue;
    const bool bounded =
        (pos == 0 || !is_letter(address[pos - 1])) && !is_letter(text::byte_at(address, run.end));
    // "d20200702…" is how some number their articles.
    const bool long_run = run.size() >= 14;
    std::optional<Moment> moment;
    if (bounded && run.size() == 4) moment = spaced_date(address, run);
    if (!moment && (bounded || long_run)) moment = moment_of_run(address.substr(pos, run.size()));
    // The last one stands nearest to the article's own name.
    if (moment) found = moment;
    pos = run.end - (run.size() == 4 ? 0 : 1);
    if (run.size() == 4) pos = run.end - 1;
  }
  return found;
}

}  // namespace khobao::read
