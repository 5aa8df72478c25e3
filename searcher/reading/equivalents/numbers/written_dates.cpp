#include "searcher/reading/equivalents/numbers/written_dates.h"

#include <algorithm>
#include <array>
#include <optional>

#include "common/text/letters/digits.h"
#include "searcher/reading/equivalents/query_words.h"

namespace khobao::reading {
namespace {

constexpr double kWrittenWeight = 0.95;
// Two numbers that may be a fraction: "2/3".
constexpr double kPerhapsWeight = 0.6;

int number(std::string_view word, int least, int most) {
  const text::Digits digits = text::digits_at(word, 0);
  const bool whole = digits.size() > 0 && digits.end == word.size();
  return whole && digits.value >= least && digits.value <= most ? digits.value : 0;
}

int year(std::span<const std::string> words, size_t at) {
  return at < words.size() && words[at].size() == 4 ? number(words[at], 1000, 2999) : 0;
}

struct Day {
  int day = 0, month = 0, year = 0;
  size_t end = 0;
  bool in_words = false;  // "20 tháng 11"
};

// "20/11", "20 tháng 11", each with its year.
std::optional<Day> day_at(std::span<const std::string> words, size_t at) {
  Day found;
  if (at >= words.size()) return std::nullopt;
  const size_t slash = words[at].find('/');
  if (slash != std::string::npos) {
    const std::string_view both = words[at];
    found.day = number(both.substr(0, slash), 1, 31);
    found.month = number(both.substr(slash + 1), 1, 12);
    found.end = at + 1;
  } else if (at + 2 < words.size() && words[at + 1] == "tháng") {
    found.day = number(words[at], 1, 31);
    found.month = number(words[at + 2], 1, 12);
    found.end = at + 3;
    found.in_words = true;
  }
  if (found.day == 0 || found.month == 0) return std::nullopt;
  const bool says_year = found.end < words.size() && words[found.end] == "năm";
  found.year = year(words, found.end + (says_year ? 1 : 0));
  if (found.year > 0) found.end += says_year ? 2 : 1;
  return found;
}

class WrittenForms {
 public:
  /// `apart`: a compound is among the words, which can be no part of a longer one.
  WrittenForms(std::span<const std::string> words, size_t begin, size_t end, bool apart,
               std::vector<query::Equivalent>& out)
      : words_(words), begin_(begin), end_(end), apart_(apart), out_(out) {}

  void add(Words form, double weight) {
    const auto typed = words_.subspan(begin_, end_ - begin_);
    if (std::equal(form.begin(), form.end(), typed.begin(), typed.end())) return;
    out_.push_back({.begin = begin_,
                    .end = end_,
                    .words = std::move(form),
                    .weight = weight,
                    .apart = apart_});
  }

 private:
  std::span<const std::string> words_;
  size_t begin_, end_;
  bool apart_;
  std::vector<query::Equivalent>& out_;
};

size_t find_day(std::span<const std::string> words, size_t begin,
                std::vector<query::Equivalent>& out) {
  const bool cue = words[begin] == "ngày";
  const auto day = day_at(words, begin + (cue ? 1 : 0));
  if (!day) return begin;
  const bool sure = cue || day->in_words || day->year > 0 || day->day > day->month;
  const double weight = sure ? kWrittenWeight : kPerhapsWeight;
  const std::string d = std::to_string(day->day), m = std::to_string(day->month),
                    y = std::to_string(day->year);
  WrittenForms forms(words, begin, day->end, day->year > 0 && !day->in_words, out);
  if (day->year > 0) {
    forms.add({d + "/" + m, y}, weight);
    forms.add({d, "tháng", m, "năm", y}, weight);
    forms.add({d, "tháng", m, y}, weight);
  } else {
    forms.add({d + "/" + m}, weight);
    forms.add({d, "tháng", m}, weight);
  }
  return day->end;
}

struct Quarter {
  const char *digit, *roman, *word;
};
constexpr std::array<Quarter, 4> kQuarters = {
    {{"1", "i", "một"}, {"2", "ii", "hai"}, {"3", "iii", "ba"}, {"4", "iv", "tư"}}};

// Behind "quý" without a year the numerals' own table is enough.
size_t find_quarter(std::span<const std::string> words, size_t begin,
                    std::vector<query::Equivalent>& out) {
  if ((words[begin] != "quý" && words[begin] != "quí") || begin + 2 >= words.size()) return begin;
  const std::string& typed = words[begin + 1];
  const auto quarter = std::find_if(kQuarters.begin(), kQuarters.end(), [&](const Quarter& q) {
    return typed == q.digit || typed == q.roman || typed == q.word;
  });
  if (quarter == kQuarters.end()) return begin;
  const bool says_year = words[begin + 2] == "năm";
  const size_t at = begin + 2 + (says_year ? 1 : 0);
  if (year(words, at) == 0) return begin;
  WrittenForms forms(words, begin, at + 1, false, out);
  for (const char* spelling : {"quý", "quí"}) {
    for (const char* form : {quarter->digit, quarter->roman, quarter->word}) {
      forms.add({spelling, form, words[at]}, kWrittenWeight);
      forms.add({spelling, form, "năm", words[at]}, kWrittenWeight);
    }
  }
  return at + 1;
}

}  // namespace

void find_written_dates(std::span<const std::string> words, std::vector<query::Equivalent>& out) {
  for (size_t begin = 0; begin < words.size();) {
    size_t end = find_quarter(words, begin, out);
    if (end == begin) end = find_day(words, begin, out);
    begin = std::max(end, begin + 1);
  }
}

}  // namespace khobao::reading
