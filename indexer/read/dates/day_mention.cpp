#include "indexer/read/dates/day_mention.h"

#include <algorithm>
#include <string>

#include "common/base/row_table.h"
#include "common/text/dates/date_reader.h"
#include "common/text/letters/char_class.h"
#include "indexer/read/dates/dated_event.h"
#include "indexer/read/lines/line_words.h"

extern "C" {
extern const char khobao_day_cues_begin[];
extern const char khobao_day_cues_end[];
}

namespace khobao::read {
namespace {

using text::is_ascii_digit;

constexpr size_t kCueReachBytes = 72;  // how far in front of a day its cue is looked for

enum class CueWord : unsigned char {
  none,
  today,
  yesterday,
  part,
  day,
  skip,
  bound,
  span,
  now,
  plan,
  weak,
  recent,
  early
};

CueWord kind_named(std::string_view kind) {
  constexpr std::pair<std::string_view, CueWord> kKinds[] = {
      {"today", CueWord::today},   {"yesterday", CueWord::yesterday},
      {"part", CueWord::part},     {"day", CueWord::day},
      {"skip", CueWord::skip},     {"bound", CueWord::bound},
      {"span", CueWord::span},     {"now", CueWord::now},
      {"plan", CueWord::plan},     {"weak", CueWord::weak},
      {"recent", CueWord::recent}, {"early", CueWord::early}};
  for (const auto& [name, cue] : kKinds) {
    if (name == kind) return cue;
  }
  return CueWord::none;
}

// Of data/day_cues.tsv.
RowTable day_cues() { return RowTable(khobao_day_cues_begin, khobao_day_cues_end); }

CueWord cue_word(std::string_view words) {
  for (const std::string_view kind : day_cues().kinds(words)) {
    if (const CueWord cue = kind_named(kind); cue != CueWord::none) return cue;
  }
  return CueWord::none;
}

YearSign sign_of(CueWord cue) {
  switch (cue) {
    case CueWord::now: return YearSign::now;
    case CueWord::plan: return YearSign::plan;
    case CueWord::weak: return YearSign::weak;
    case CueWord::recent: return YearSign::recent;
    case CueWord::early: return YearSign::early;
    default: return YearSign::none;
  }
}

// The words in front of a day, of which the last ones are taken off one after the other.
class WordsBefore {
 public:
  explicit WordsBefore(std::string_view before) : form_(comparison_form(before)), rest_(form_) {}

  // Takes the longest phrase of up to three words off the end that `wanted` accepts.
  template <class Wanted>
  CueWord take(Wanted wanted) {
    for (int words = 3; words > 0; --words) {
      const std::string_view phrase = last(words);
      if (phrase.empty()) continue;
      const CueWord cue = cue_word(phrase);
      if (cue == CueWord::none || !wanted(cue)) continue;
      rest_ = rest_.substr(0, rest_.size() - phrase.size());
      if (rest_.ends_with(' ')) rest_.remove_suffix(1);
      return cue;
    }
    return CueWord::none;
  }

  bool empty() const { return rest_.empty(); }
  bool contains(std::string_view word) const {
    const size_t at = rest_.find(word);
    return at != std::string_view::npos;
  }

 private:
  std::string_view last(int words) const {
    size_t begin = rest_.size();
    for (int i = 0; i < words; ++i) {
      if (begin == 0) return {};
      const size_t space = begin < 2 ? std::string_view::npos : rest_.rfind(' ', begin - 2);
      begin = space == std::string_view::npos ? 0 : space + 1;
    }
    return rest_.substr(begin);
  }

  std::string form_;
  std::string_view rest_;
};

// Where the sentence that holds byte `pos` begins, or the reach of cues where it begins further
// off.
size_t sentence_begin(std::string_view text, size_t pos, bool& whole) {
  const size_t least = pos > kCueReachBytes ? pos - kCueReachBytes : 0;
  for (size_t i = pos; i > least + 1; --i) {
    const char mark = text[i - 2];
    if (text[i - 1] != ' ') continue;
    const bool quote = i > 4 && text.substr(i - 4, 3) == "”";
    if (mark == '.' || mark == '!' || mark == '?' || mark == ')' || mark == ']' || mark == '"' ||
        mark == ':' || mark == '-' || quote ||
        (i > 4 && (text.substr(i - 4, 3) == "–" || text.substr(i - 4, 3) == "…"))) {
      return whole = true, i;
    }
  }
  whole = least == 0;
  return least;
}

// "ngày 24/5 tới" is to come; "ngày 30/10/2020 của Bộ Mây" dates a document.
bool is_bounded_behind(std::string_view behind, const DayMention& mention) {
  return behind.starts_with(" tới") || (mention.day.year > 0 && behind.starts_with(" của "));
}

// "có hiệu lực từ ngày 1/1/2018": says nothing of when the report was made.
bool tells_validity(std::string_view text, size_t pos) {
  constexpr size_t kReach = 48;
  return text.substr(pos > kReach ? pos - kReach : 0, std::min(pos, kReach)).find("hiệu lực") !=
         std::string_view::npos;
}

std::string_view last_word(std::string_view before) {
  while (before.ends_with(' ') || before.ends_with('-')) before.remove_suffix(1);
  const size_t space = before.rfind(' ');
  return space == std::string_view::npos ? before : before.substr(space + 1);
}

// True where the sentence speaks of what is to come, in the words around [begin, end).
bool tells_future(std::string_view text, size_t begin, size_t end) {
  constexpr size_t kBeforeBytes = 160, kBehindBytes = 60;
  const size_t least = begin > kBeforeBytes ? begin - kBeforeBytes : 0;
  std::string_view before = text.substr(least, begin - least),
                   behind = text.substr(end, kBehindBytes);
  if (const size_t stop = before.rfind(". "); stop != std::string_view::npos)
    before.remove_prefix(stop + 1);
  behind = behind.substr(0, behind.find(". "));
  for (std::string_view part : {before, behind}) {
    for (std::string_view word : {" sẽ ", "ự kiến ", " sắp tới"}) {
      if (part.find(word) != std::string_view::npos) return true;
    }
  }
  return false;
}

bool holds_any(std::string_view text, std::string_view kind) {
  const PackedTexts words = day_cues().texts(kind);
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return text.find(word) != std::string_view::npos;
  });
}

// The day of the week in front of a day: "Thứ Năm, 2/7", "chủ nhật (5/7)"; -1 where none is.
int weekday_before(std::string_view before) {
  constexpr std::string_view kNames[] = {"hai", "ba", "tư", "năm", "sáu", "bảy"};
  const std::string form =
      comparison_form(before.substr(before.size() - std::min<size_t>(before.size(), 32)));
  std::string_view rest = form;
  for (std::string_view word : {" ngày", " tức", " ngày"}) {
    if (rest.ends_with(word)) rest.remove_suffix(word.size());
  }
  if (rest.ends_with("chủ nhật")) return 6;
  for (int day = 0; day < 6; ++day) {
    const std::string_view name = kNames[day];
    if (rest.ends_with(name) && rest.substr(0, rest.size() - name.size()).ends_with("thứ "))
      return day;
  }
  return -1;
}

// "năm ngoái, ngày 8/6/2016", "ngày 8/6/2016 (năm ngoái)".
bool tells_last_year(std::string_view before, std::string_view behind) {
  constexpr size_t kReach = 32;
  const std::string_view last = "năm ngoái";
  const size_t at = before.rfind(last);
  if (at != std::string_view::npos && before.size() - at - last.size() <= kReach) return true;
  return behind.substr(0, kReach).find(last) != std::string_view::npos;
}

// What the words around say of its time, as far as data/day_cues.tsv knows them.
void read_context(std::string_view text, size_t begin, size_t pos, size_t end,
                  DayMention& mention) {
  constexpr size_t kNearBytes = 24;
  const std::string_view before = text.substr(begin, pos - begin);
  std::string_view behind = text.substr(end, kCueReachBytes);
  behind = behind.substr(0, behind.find(". "));
  mention.document = mention.day.day > 0 && holds_any(before, "document");
  mention.past = !mention.document && holds_any(before, "past");
  mention.last_year = tells_last_year(before, behind);
  const std::string_view close = before.substr(before.size() - std::min(before.size(), kNearBytes));
  mention.future = mention.future || holds_any(close, "ahead");
  mention.since =
      behind.substr(0, kNearBytes).find(" đến nay") != std::string_view::npos &&
      (close.find("từ ") != std::string_view::npos || close.find("Từ ") != std::string_view::npos);
  if (mention.day.day > 0) mention.weekday = weekday_before(before);
}

void read_cues(std::string_view text, size_t pos, size_t end, DayMention& mention) {
  bool whole = false;
  const size_t begin = sentence_begin(text, pos, whole);
  read_context(text, begin, pos, end, mention);
  mention.future = mention.future || tells_future(text, pos, end);
  WordsBefore before(text.substr(begin, pos - begin));
  const auto is = [](CueWord wanted) { return [wanted](CueWord cue) { return cue == wanted; }; };
  if (mention.day.day == 0) {
    mention.sign = sign_of(before.take([](CueWord cue) { return sign_of(cue) != YearSign::none; }));
    const std::string_view word = last_word(text.substr(begin, pos - begin));
    mention.named = mention.day.month == 0 && starts_upper(word);
    // "2000 người": a number of something.
    const bool announced =
        mention.named || mention.sign != YearSign::none || word == "năm" || word == "Năm";
    if (mention.day.month == 0 && !announced && text.substr(pos + 4).starts_with(' ') &&
        !text.substr(0, pos).ends_with('('))
      mention.span = true;
    mention.span = mention.span || before.take(is(CueWord::span)) == CueWord::span;
    mention.bounded = before.take(is(CueWord::bound)) == CueWord::bound;
    mention.span = mention.span || tells_validity(text, pos);
    return;
  }
  const auto is_cue = [](CueWord cue) {
    return cue == CueWord::today || cue == CueWord::yesterday || cue == CueWord::part;
  };
  for (int i = 0; i < 3 && mention.cue < DayCue::part_of_day; ++i) {
    const CueWord cue = before.take(is_cue);
    if (cue == CueWord::today) mention.cue = DayCue::today;
    if (cue == CueWord::yesterday) mention.cue = DayCue::yesterday;
    if (cue == CueWord::part) mention.cue = DayCue::part_of_day;
    if (cue != CueWord::none) break;
    const CueWord skipped =
        before.take([](CueWord c) { return c == CueWord::skip || c == CueWord::day; });
    if (skipped == CueWord::none) break;
    mention.cue = std::max(mention.cue, DayCue::day);
  }
  mention.opens_sentence = whole && before.empty();
  mention.bounded = before.take(is(CueWord::bound)) == CueWord::bound || before.contains("sẽ ") ||
                    before.contains("dự kiến") || is_bounded_behind(text.substr(end), mention);
  mention.span = mention.span || tells_validity(text, pos);
}

// True where the number at `pos` stands by itself: no letter, digit or sign of a larger number in
// front. Of "3/7/1957-3/7/2017" both dates do.
bool begins_number(std::string_view text, size_t pos) {
  if (pos == 0) return true;
  const char before = text[pos - 1];
  if (is_ascii_digit(before)) return false;
  if (before == '-' && pos > 4 &&
      std::all_of(text.begin() + static_cast<long>(pos) - 5,
                  text.begin() + static_cast<long>(pos) - 1, is_ascii_digit))
    return true;
  if (before == '/' || before == '.' || before == ',' || before == '-')
    return pos < 2 || !is_ascii_digit(text[pos - 2]);
  return (before | 32) < 'a' || (before | 32) > 'z';
}

// A year by itself or in a span: "2024", "2021-2026".
bool read_year(std::string_view text, size_t pos, DayMention& mention, size_t& end) {
  if (pos + 4 > text.size()) return false;
  int year = 0;
  for (size_t i = pos; i < pos + 4; ++i) {
    if (!is_ascii_digit(text[i])) return false;
    year = year * 10 + (text[i] - '0');
  }
  end = pos + 4;
  if (end < text.size() && is_ascii_digit(text[end])) return false;
  if (year == 0 || !text::is_valid({year, 1, 1})) return false;
  if (end + 1 < text.size() && (text[end] == '.' || text[end] == ',') &&
      is_ascii_digit(text[end + 1]))
    return false;
  if (end < text.size() && (text[end] == '/' || text[end] == '%')) return false;
  mention.day = {year, 0, 0};
  const std::string_view behind = text.substr(end);
  for (std::string_view dash : {"-", " - ", " -", "- ", "–", " – ", " đến "}) {
    if (behind.starts_with(dash) && behind.size() > dash.size() &&
        is_ascii_digit(behind[dash.size()]))
      mention.span = true;
  }
  if (pos > 1) {
    const std::string_view front = text.substr(0, pos);
    for (std::string_view dash : {"-", "- ", "–", "– "}) {
      if (front.ends_with(dash) && front.size() > dash.size() + 1 &&
          (is_ascii_digit(front[front.size() - dash.size() - 1]) ||
           is_ascii_digit(front[front.size() - dash.size() - 2]))) {
        mention.span = true;
      }
    }
  }
  return true;
}

// "7/2017", "7-2017", "9.2024", "5 năm 2017" after "tháng".
bool read_month(std::string_view text, size_t pos, DayMention& mention, size_t& end) {
  size_t at = pos;
  int month = 0;
  while (at < text.size() && is_ascii_digit(text[at]) && at - pos < 2)
    month = month * 10 + (text[at++] - '0');
  if (month < 1 || month > 12 || at >= text.size()) return false;
  const std::string_view rest = text.substr(at);
  size_t sign = 0;
  if (rest.starts_with(" năm ")) {
    if (!text.substr(0, pos).ends_with("tháng ")) return false;
    sign = std::string_view(" năm ").size();
  } else if (rest.front() == '/' || rest.front() == '-' || rest.front() == '.') {
    sign = 1;
  } else {
    return false;
  }
  DayMention year;
  if (!read_year(text, at + sign, year, end)) return false;
  mention.day = {year.day.year, month, 0};
  return true;
}

size_t next_digit(std::string_view text, size_t pos) {
  while (pos < text.size() && !is_ascii_digit(text[pos])) ++pos;
  return pos;
}

}  // namespace

void find_days(std::string_view text, size_t paragraph, std::vector<DayMention>& out) {
  for (size_t pos = next_digit(text, 0); pos < text.size(); pos = next_digit(text, pos)) {
    size_t end = pos;
    while (end < text.size() && is_ascii_digit(text[end])) ++end;
    DayMention mention;
    mention.paragraph = paragraph;
    mention.begin = pos;
    bool found = false;
    if (begins_number(text, pos) && end - pos <= 4) {
      const auto date = text::date_at(text, pos);
      const bool clean =
          date && (date->end >= text.size() || (text[date->end] != '%' && text[date->end] != '/' &&
                                                !is_ascii_digit(text[date->end])));
      if (clean &&
          (date->end + 1 >= text.size() || !(text[date->end] == ',' || text[date->end] == '.') ||
           !is_ascii_digit(text[date->end + 1]))) {
        mention.day = date->day;
        end = date->end;
        found = true;
      } else {
        found = read_month(text, pos, mention, end) || read_year(text, pos, mention, end);
      }
    } else if (end - pos == 4) {
      found = read_year(text, pos, mention, end);
      mention.span = found;
    }
    if (found) {
      read_cues(text, pos, end, mention);
      out.push_back(mention);
    }
    pos = end;
  }
  find_events(text, paragraph, out);
}

bool tells_trial(std::string_view text) { return holds_any(text, "trial"); }

}  // namespace khobao::read
