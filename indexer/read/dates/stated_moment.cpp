#include <charconv>
#include <optional>

#include "common/text/letters/char_class.h"
#include "indexer/read/dates/printed_dates.h"
#include "indexer/read/lines/clean.h"

namespace khobao::read {
namespace {

constexpr int kVietnamMinutes = 7 * 60;

size_t next_digit(std::string_view text, size_t pos) {
  while (pos < text.size() && !text::is_ascii_digit(text[pos])) ++pos;
  return pos;
}

size_t digits_end(std::string_view text, size_t pos) {
  while (pos < text.size() && text::is_ascii_digit(text[pos])) ++pos;
  return pos;
}

// Unix seconds (9 or 10 digits) or milliseconds (12 or 13).
std::optional<Moment> unix_moment(std::string_view text) {
  long long value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < 0) return std::nullopt;
  if (text.size() >= 12) value /= 1000;
  const Moment utc{day_of_number(static_cast<long>(value / 86400)),
                   static_cast<int>(value % 86400 / 60)};
  return is_valid(utc.day) ? std::optional(shifted(utc, kVietnamMinutes)) : std::nullopt;
}

// Minutes that the zone behind a time is ahead of UTC: "Z", "+07:00", "-0500", " GMT+7"; Vietnamese
// where none is printed.
int zone_minutes(std::string_view text, size_t pos) {
  if (pos < text.size() && text[pos] == '.') pos = digits_end(text, pos + 1);
  while (pos < text.size() && (text[pos] == ' ' || text[pos] == '[' || text[pos] == '(')) ++pos;
  const std::string_view rest = text.substr(pos);
  const bool named = rest.starts_with("GMT") || rest.starts_with("UTC");
  if (named) pos += 3;
  const char sign = pos < text.size() ? text[pos] : '\0';
  if (sign == 'Z') return 0;
  if (sign != '+' && sign != '-') return named ? 0 : kVietnamMinutes;
  const size_t end = digits_end(text, pos + 1), digits = end - pos - 1;
  int hours = 0, minutes = 0;
  if (digits == 0 || digits > 4) return kVietnamMinutes;
  std::from_chars(text.data() + pos + 1, text.data() + pos + 1 + (digits > 2 ? digits - 2 : digits),
                  hours);
  if (digits > 2) std::from_chars(text.data() + end - 2, text.data() + end, minutes);
  if (digits <= 2 && end + 2 < text.size() && text[end] == ':') {
    std::from_chars(text.data() + end + 1, text.data() + end + 3, minutes);
  }
  if (hours > 14 || minutes > 59) return kVietnamMinutes;
  return (sign == '-' ? -1 : 1) * (hours * 60 + minutes);
}

}  // namespace

std::optional<Moment> parse_stated_moment(std::string_view text) {
  text = trim(text);
  if (text.empty() || text.size() > 120) return std::nullopt;
  if (text.size() >= 9 && digits_end(text, 0) == text.size()) return unix_moment(text);
  Moment moment;
  for (size_t pos = next_digit(text, 0); pos < text.size();) {
    if (const auto date = moment.day.year == 0 ? read_date(text, pos) : std::nullopt;
        date && date->day.year > 0) {
      moment.day = date->day;
      pos = date->end;
    } else if (const auto time = moment.minute_of_day < 0 ? read_time(text, pos) : std::nullopt) {
      moment.minute_of_day = time->minute_of_day;
      pos = time->end;
      const int zone = zone_minutes(text, pos);
      // The date stands in front of a time with a zone in every form that has one.
      if (moment.day.year > 0) return shifted(moment, kVietnamMinutes - zone);
    } else {
      pos = digits_end(text, pos);
    }
    pos = next_digit(text, pos);
  }
  return moment.day.year > 0 ? std::optional(moment) : std::nullopt;
}

}  // namespace khobao::read
