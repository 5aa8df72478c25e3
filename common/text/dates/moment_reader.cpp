#include "common/text/dates/moment_reader.h"

#include <charconv>

#include "common/text/dates/date_reader.h"
#include "common/text/letters/char_class.h"
#include "common/text/letters/digits.h"

namespace khobao::text {
namespace {

constexpr int kVietnamMinutes = 7 * 60;
constexpr int kMinutesOfMomentDay = 24 * 60;
constexpr size_t kMaxStatedBytes = 120;
constexpr int kFirstCompactYear = 1945;  // 8 digits of an earlier one are some number

size_t digits_end(std::string_view text, size_t pos) {
  while (pos < text.size() && is_ascii_digit(text[pos])) ++pos;
  return pos;
}

std::optional<Moment> at_vietnam(Day utc_day, int utc_minute) {
  if (!is_valid(utc_day)) return std::nullopt;
  return shifted({utc_day, utc_minute}, kVietnamMinutes);
}

// Unix time of that many digits: seconds (9, 10), milliseconds (12, 13), microseconds (15, 16),
// nanoseconds (18, 19).
std::optional<Moment> unix_moment(std::string_view digits) {
  long long value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  if (digits.size() < 9 || digits.size() % 3 == 2) return std::nullopt;
  for (size_t over = (digits.size() - 9) / 3; over > 0; --over) value /= 1000;
  constexpr long long kSecondsOfDay = 86400;
  return at_vietnam(day_of_number(static_cast<long>(value / kSecondsOfDay)),
                    static_cast<int>(value % kSecondsOfDay / 60));
}

int two_digits(std::string_view text, size_t pos) {
  return (text[pos] - '0') * 10 + text[pos + 1] - '0';
}

// Minutes that the zone after a time is ahead of UTC: "Z", "+07:00", "-0500", " GMT+7"; nothing
// where none is printed.
std::optional<int> zone_at(std::string_view text, size_t pos) {
  if (byte_at(text, pos) == '.' || byte_at(text, pos) == ',') {
    const size_t fraction = digits_end(text, pos + 1);
    if (fraction > pos + 1) pos = fraction;
  }
  const bool tight = byte_at(text, pos) != ' ';
  while (byte_at(text, pos) == ' ' || byte_at(text, pos) == '[' || byte_at(text, pos) == '(') ++pos;
  const std::string_view rest = text.substr(pos);
  const bool named = rest.starts_with("GMT") || rest.starts_with("UTC");
  if (named) pos += 3;
  const char sign = byte_at(text, pos);
  if (sign == 'Z' && tight) return 0;
  if (sign != '+' && sign != '-') return named ? std::optional(0) : std::nullopt;
  const size_t end = digits_end(text, pos + 1), digits = end - pos - 1;
  // " - 07:30" and " - 14/05/2024" are no zones.
  const char next = byte_at(text, end);
  if (digits == 0 || digits > 4 || next == '/') return std::nullopt;
  int hours = 0, minutes = 0;
  std::from_chars(text.data() + pos + 1, text.data() + pos + 1 + (digits > 2 ? digits - 2 : digits),
                  hours);
  if (digits > 2) minutes = two_digits(text, end - 2);
  if (digits <= 2 && next == ':' && is_ascii_digit(byte_at(text, end + 1)) &&
      is_ascii_digit(byte_at(text, end + 2)))
    minutes = two_digits(text, end + 1);
  if (hours > 14 || minutes >= 60) return std::nullopt;
  return (sign == '-' ? -1 : 1) * (hours * 60 + minutes);
}

Moment with_time(Day day, int minute_of_day) {
  if (minute_of_day < kMinutesOfMomentDay) return {day, minute_of_day};
  return shifted({day, 0}, minute_of_day);
}

Moment in_vietnam(Moment moment, std::optional<int> zone) {
  return zone ? shifted(moment, kVietnamMinutes - *zone) : moment;
}

// "20200304", "20200304T081500Z", "202003040815", "20200304081500123".
std::optional<Moment> compact_moment(std::string_view text) {
  const Digits date = {0, digits_end(text, 0), 0};
  const size_t digits = date.size();
  if (digits != 8 && digits != 12 && digits != 14 && digits != 17) return std::nullopt;
  const Day day{two_digits(text, 0) * 100 + two_digits(text, 2), two_digits(text, 4),
                two_digits(text, 6)};
  if (!is_valid(day) || day.year < kFirstCompactYear) return std::nullopt;
  size_t time = 8;
  if (digits == 8) {
    if (text.size() == 8) return Moment{day, -1};
    if (text[8] != 'T' && text[8] != ' ' && text[8] != '-' && text[8] != '_') return std::nullopt;
    time = 9;
  }
  const size_t end = digits_end(text, time);
  if (end - time < 4) return std::nullopt;
  const int hour = two_digits(text, time), minute = two_digits(text, time + 2);
  if (hour > 24 || minute >= 60) return std::nullopt;
  return in_vietnam(with_time(day, hour * 60 + minute), zone_at(text, end));
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ') text.remove_prefix(1);
  while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ') text.remove_suffix(1);
  return text;
}

// "/Date(1583284500000+0700)/", where the zone says nothing of the moment.
std::optional<Moment> dot_net_moment(std::string_view text) {
  const size_t open = text.find("Date(");
  if (open == std::string_view::npos) return std::nullopt;
  const size_t begin = open + 5, end = digits_end(text, begin);
  return unix_moment(text.substr(begin, end - begin));
}

std::optional<Moment> number_moment(std::string_view text) {
  if (const auto compact = compact_moment(text)) return compact;
  const size_t end = digits_end(text, 0);
  const bool fraction = end + 1 < text.size() && text[end] == '.' && end <= 13 &&
                        digits_end(text, end + 1) == text.size();
  return end == text.size() || fraction ? unix_moment(text.substr(0, end)) : std::nullopt;
}

}  // namespace

std::optional<FoundMoment> find_moment(std::string_view text, bool short_years) {
  FoundMoment found;
  int minute = -1;
  std::optional<int> zone;
  for (size_t pos = 0; pos < text.size(); ++pos) {
    if (!may_begin_date(text, pos)) continue;
    if (found.moment.day.year == 0) {
      if (const auto date = date_at(text, pos, short_years); date && date->day.year > 0) {
        found.moment.day = date->day;
        found.date = {pos, date->end};
        pos = date->end - 1;
        continue;
      }
    }
    if (minute >= 0 || !is_ascii_digit(text[pos])) continue;
    if (const auto time = time_at(text, pos)) {
      minute = time->minute_of_day;
      found.time = {pos, time->end};
      // The date stands in front of a time with a zone in every form that has one.
      if (found.moment.day.year > 0) zone = zone_at(text, time->end);
      pos = time->end - 1;
    }
  }
  if (found.moment.day.year == 0) return std::nullopt;
  if (minute >= 0) found.moment = in_vietnam(with_time(found.moment.day, minute), zone);
  return found;
}

std::optional<Moment> read_moment(std::string_view text) {
  text = trimmed(text);
  if (text.empty() || text.size() > kMaxStatedBytes) return std::nullopt;
  if (const auto moment = dot_net_moment(text)) return moment;
  if (const auto moment = number_moment(text)) return moment;
  const auto found = find_moment(text);
  return found ? std::optional(found->moment) : std::nullopt;
}

}  // namespace khobao::text
