#include "indexer/read/dates/date_line.h"

#include <algorithm>
#include <string>

#include "common/text/dates/moment_reader.h"
#include "common/text/letters/char_class.h"
#include "indexer/read/dates/date_words.h"
#include "indexer/read/lines/line_words.h"

namespace khobao::read {
namespace {

using text::Moment;

using text::ByteSpan;
using text::FoundMoment;

constexpr size_t kMaxLineBytes = 240;
constexpr size_t kMaxOtherWords = 8;
constexpr size_t kMinDigits = 6;      // 5.3.2026
constexpr size_t kMostZoneBytes = 8;  // "gmt #"
constexpr size_t kMostTrailedWords = 5, kMostTrailedBytes = 60;

// Days before the first newspapers that are archived are events.
std::optional<FoundMoment> find_date_and_time(std::string_view line) {
  const auto found = text::find_moment(line, true);
  return found && found->moment.day.year >= 1945 ? found : std::nullopt;
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

// True where a sign sets the date off from the words in front of it and after it.
bool is_set_off(std::string_view line, ByteSpan span) {
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

// "giá vàng hôm nay 12/5/2024", "ngày 12/5/2024": the day belongs to what is said.
bool names_day(std::string_view before) {
  const std::string words = comparison_form(before);
  for (std::string_view word :
       {"ngày", "nay", "qua", "tháng", "năm", "đến", "từ", "tới", "sáng", "chiều", "tối", "đêm",
        "trưa", "trước", "sau", "và", "hôm", "vào"}) {
    if (words == word || words.ends_with(' ' + std::string(word))) return true;
  }
  return false;
}

// Words that all begin with a capital, two of them at least.
bool is_all_names(std::string_view text) {
  size_t words = 0;
  while (!text.empty()) {
    const size_t space = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, space);
    text.remove_prefix(std::min(space + 1, text.size()));
    if (word.empty()) continue;
    if (!starts_upper(word)) return false;
    ++words;
  }
  return words >= 2;
}

// "Wed, 12/09/2020": month first where the English weekday says so. "Lê Thu, 03/05/2026" is signed.
void mend_american_order(std::string_view line, text::Day& day) {
  constexpr std::string_view kWeekdays[] = {"Mon,", "Tue,", "Wed,", "Thu,", "Fri,", "Sat,", "Sun,"};
  const bool english = std::all_of(line.begin(), line.end(),
                                   [](char c) { return static_cast<signed char>(c) >= 0; });
  if (!english || day.day > 12 || day.day == day.month) return;
  for (int told = 0; told < 7; ++told) {
    const size_t at = line.find(kWeekdays[told]);
    if (at == std::string_view::npos || (at > 0 && !line.substr(0, at).ends_with("on "))) continue;
    const text::Day other{day.year, day.day, day.month};
    if (text::weekday_of(day) != told && text::weekday_of(other) == told) day = other;
    return;
  }
}

// "Số 3120 - Thứ Sáu 18-9-2009", "Thứ Tư 27/4/2016 - Số 5.118": an issue's number and its day.
bool names_issue(std::string_view beside) {
  const std::string form = comparison_form(beside) + ' ';
  for (std::string_view word : {"số #", "số báo #", "báo số #", "kỳ #"}) {
    if (form.starts_with(word)) return true;
  }
  return false;
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
  mend_american_order(line, result.moment.day);
  size_t others = 0;
  bool weekday = false;
  ByteSpan first = found->date, second = found->time;
  if (second.end > 0 && second.begin < first.begin) std::swap(first, second);
  count_words_of(line.substr(0, first.begin), result, others, weekday);
  if (second.end > 0) {
    count_words_of(line.substr(first.end, second.begin - first.end), result, others, weekday);
    count_words_of(line.substr(second.end), result, others, weekday);
  } else {
    count_words_of(line.substr(first.end), result, others, weekday);
  }
  result.announced = result.announced || names_issue(line.substr(0, first.begin)) ||
                     names_issue(line.substr(std::max(first.end, second.end)));
  const bool timed = result.moment.minute_of_day >= 0;
  result.pure = others == 0;
  result.weekday = weekday;
  result.begin = first.begin;
  result.clock = weekday && timed && line.find("GMT") != std::string_view::npos &&
                 !result.announced && !result.updated;
  if (result.pure) return result;
  const ByteSpan all{first.begin, std::max(first.end, second.end)};
  const bool stamped = timed || weekday || result.announced || result.updated;
  if (others > kMaxOtherWords || line.ends_with('.')) return std::nullopt;
  if (stamped && is_set_off(line, all)) return result;
  // "Cộng đồng lena 27-08-2017": section and reader in front of a day, no sign between.
  const bool trails = all.end == line.size() && others <= kMostTrailedWords && timed + weekday == 0;
  if (trails && !names_day(line.substr(0, all.begin)) && line.size() <= kMostTrailedBytes)
    return result;
  // "Lê Na 04/03/2026 19:00 GMT+7": a name alone in front.
  const bool ends = comparison_form(line.substr(all.end)).size() <= kMostZoneBytes;
  if (timed && ends && others <= kMostTrailedWords && is_all_names(line.substr(0, all.begin)))
    return result;
  // "Lê Na Thứ tư, 04/03/2026 19:00 (GMT+7)"
  if (!(timed && weekday && others <= kMostTrailedWords)) return std::nullopt;
  return result;
}

std::optional<Moment> find_date_stamp(std::string_view text) {
  // "Kim Sa, 14/3/2019 (MAY) – …"
  constexpr size_t kPlaceBytes = 40;
  if (const size_t comma = text.find(", "); comma < kPlaceBytes) {
    const auto found = find_date_and_time(text.substr(comma, kPlaceBytes));
    if (found && found->date.begin == 2 && text.substr(comma + found->date.end).starts_with(" (")) {
      return found->moment;
    }
  }
  // "Kim Sa (MAY 14/3/2019) - …": an agency's own stamp.
  constexpr size_t kTagBytes = 60;
  const size_t open = text.find('('), close = text.find(')', open);
  if (close != std::string_view::npos && close < kTagBytes && close + 2 < text.size()) {
    const std::string_view behind = text.substr(close + 1);
    const bool is_tag = behind.starts_with(" -") || behind.starts_with(" –") ||
                        behind.starts_with(":") || behind.starts_with(" —");
    if (const auto found = find_date_and_time(text.substr(open, close - open)); is_tag && found)
      return found->moment;
  }
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
