#include "indexer/read/dates/date_line.h"

#include <algorithm>
#include <string>

#include "common/text/letters/char_class.h"
#include "indexer/read/dates/date_words.h"
#include "indexer/read/dates/printed_dates.h"
#include "indexer/read/lines/line_words.h"

namespace khobao::read {
namespace {

constexpr size_t kMaxLineBytes = 240;
constexpr size_t kMaxOtherWords = 8;
constexpr size_t kMinDigits = 6;  // 5.3.2026

struct Span {
  size_t begin = 0, end = 0;
};

struct Found {
  Moment moment;
  Span date, time;
};

// The first full date of the line and the first time outside of it.
std::optional<Found> find_date_and_time(std::string_view line) {
  Found found;
  for (size_t pos = 0; pos < line.size(); ++pos) {
    if (!text::is_ascii_digit(line[pos]) || (pos > 0 && text::is_ascii_digit(line[pos - 1])))
      continue;
    if (found.moment.day.year == 0) {
      if (const auto date = read_date(line, pos, true); date && date->day.year > 0) {
        found.moment.day = date->day;
        found.date = {pos, date->end};
        pos = date->end - 1;
        continue;
      }
    }
    if (found.moment.minute_of_day < 0) {
      if (const auto time = read_time(line, pos)) {
        found.moment.minute_of_day = time->minute_of_day;
        found.time = {pos, time->end};
        pos = time->end - 1;
      }
    }
  }
  return found.moment.day.year >= 1945 ? std::optional(found) : std::nullopt;
}

void count_words_of(std::string_view part, DateLine& line, size_t& others, bool& weekday) {
  const std::string words = comparison_form(part);
  size_t publish = 0, update = 0;
  for (size_t pos = 0; pos < words.size();) {
    const size_t end = std::min(words.find(' ', pos), words.size());
    const std::string_view word = std::string_view(words).substr(pos, end - pos);
    const DateWord kind = date_word(word);
    publish += kind == DateWord::publish;
    update += kind == DateWord::update;
    others += kind == DateWord::none;
    weekday = weekday || word == "thứ" || word == "chủ" || word == "cn";
    pos = end + 1;
  }
  line.updated = line.updated || update >= 2;
  line.announced = line.announced || publish > 0;
}

// True where a sign sets the date off from the words in front of it and behind it.
bool is_set_off(std::string_view line, Span span) {
  constexpr std::string_view kSigns = "|,-:;>/([";
  const auto sign_before = [&](std::string_view part) {
    const size_t at = part.find_last_not_of(' ');
    return at == std::string_view::npos || kSigns.find(part[at]) != std::string_view::npos ||
           static_cast<unsigned char>(part[at]) == 0xB7 || part.substr(0, at + 1).ends_with("–") ||
           part.substr(0, at + 1).ends_with("•");
  };
  const std::string_view before = line.substr(0, span.begin), behind = line.substr(span.end);
  const size_t next = behind.find_first_not_of(" )]");
  const bool sign_behind =
      next == std::string_view::npos || kSigns.find(behind[next]) != std::string_view::npos;
  return sign_before(before) || sign_behind;
}

}  // namespace

std::optional<DateLine> read_date_line(std::string_view line) {
  if (line.size() > kMaxLineBytes) return std::nullopt;
  const auto digits =
      std::count_if(line.begin(), line.end(), [](char c) { return text::is_ascii_digit(c); });
  if (digits < static_cast<long>(kMinDigits)) return std::nullopt;
  const auto found = find_date_and_time(line);
  if (!found) return std::nullopt;
  DateLine result{.moment = found->moment};
  size_t others = 0;
  bool weekday = false;
  Span first = found->date, second = found->time;
  if (second.end > 0 && second.begin < first.begin) std::swap(first, second);
  count_words_of(line.substr(0, first.begin), result, others, weekday);
  if (second.end > 0) {
    count_words_of(line.substr(first.end, second.begin - first.end), result, others, weekday);
    count_words_of(line.substr(second.end), result, others, weekday);
  } else {
    count_words_of(line.substr(first.end), result, others, weekday);
  }
  const bool timed = result.moment.minute_of_day >= 0;
  result.pure = others == 0;
  result.clock = weekday && timed && line.find("GMT") != std::string_view::npos &&
                 !result.announced && !result.updated;
  if (result.pure) return result;
  const Span all{first.begin, std::max(first.end, second.end)};
  const bool stamped = timed || weekday || result.announced || result.updated;
  if (others > kMaxOtherWords || !stamped || !is_set_off(line, all) || line.ends_with('.'))
    return std::nullopt;
  return result;
}

std::optional<Moment> find_date_stamp(std::string_view text) {
  constexpr size_t kReachBytes = 40;
  for (std::string_view weekday : {"Thứ ", "THỨ ", "Chủ nhật", "Chủ Nhật", "CHỦ NHẬT", "thứ "}) {
    for (size_t at = text.find(weekday); at != std::string_view::npos;
         at = text.find(weekday, at + 1)) {
      const auto found = find_date_and_time(text.substr(at, kReachBytes + 30));
      if (!found || found->moment.minute_of_day < 0) continue;
      const size_t begin = std::min(found->date.begin, found->time.begin);
      const size_t gap = found->time.begin > found->date.end ? found->time.begin - found->date.end
                                                             : found->date.begin - found->time.end;
      if (begin <= 20 && gap <= 8) return found->moment;
    }
  }
  return std::nullopt;
}

}  // namespace khobao::read
