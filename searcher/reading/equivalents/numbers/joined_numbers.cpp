#include "searcher/reading/equivalents/numbers/joined_numbers.h"

#include <algorithm>
#include <array>

#include "common/text/letters/char_class.h"
#include "common/text/letters/fold.h"
#include "searcher/reading/equivalents/query_words.h"

namespace khobao::reading {
namespace {

constexpr double kJoinedWeight = 0.97;
// "h5n1" has four runs; what has more is a code, and is looked for as typed.
constexpr size_t kMostRuns = 4;
// A syllable printed together with a number must be a habit ("100ha"), not a slip ("5người").
constexpr uint32_t kLeastHabit = 3;

bool is_digits(std::string_view run) {
  return !run.empty() && std::all_of(run.begin(), run.end(), text::is_ascii_digit);
}

/// A run of letters or of digits, of the query's word `word`.
struct Run {
  std::string text;
  bool digits = false;
  size_t word = 0;
};

// The runs of one word; none where something else stands in it ("3,5", "2/3").
std::vector<Run> runs_of(const std::string& word, size_t place) {
  std::vector<Run> runs;
  for (const char c : word) {
    const bool digit = text::is_ascii_digit(c);
    const bool letter = (c >= 'a' && c <= 'z') || (static_cast<unsigned char>(c) & 0x80) != 0;
    if (!digit && !letter) return {};
    if (runs.empty() || runs.back().digits != digit)
      runs.push_back({.text = {}, .digits = digit, .word = place});
    runs.back().text += c;
  }
  return runs;
}

// Digits alone are searched without the zero in front: "02" is 2.
std::string as_word(const std::string& term) {
  return term.size() == 2 && term[0] == '0' && is_digits(term) ? term.substr(1) : term;
}

/// Every way to write the runs with and without spaces.
class Ways {
 public:
  Ways(const std::vector<Run>& runs, const archive::Statistics& statistics)
      : runs_(runs), statistics_(statistics) {}

  std::vector<Words> all() {
    for (unsigned spaces = 0; spaces < 1u << (runs_.size() - 1); ++spaces) add(spaces);
    return std::move(ways_);
  }

 private:
  // Bit i of `spaces`: one stands after run i.
  void add(unsigned spaces) {
    Words way(1);
    bool habit = true;
    for (size_t i = 0; i < runs_.size(); ++i) {
      way.back() += runs_[i].text;
      const bool ends = i + 1 == runs_.size() || (spaces >> i & 1) != 0;
      if (!ends) {
        habit = habit && (may_join(runs_[i]) && may_join(runs_[i + 1]));
        continue;
      }
      way.back() = as_word(way.back());
      if (i + 1 < runs_.size()) way.emplace_back();
    }
    const auto is_habit = [&](const std::string& word) {
      return statistics_.count(word) >= kLeastHabit;
    };
    if (habit || std::all_of(way.begin(), way.end(), is_habit)) ways_.push_back(std::move(way));
  }

  // A single letter or what is no syllable is as likely to be printed so.
  static bool may_join(const Run& run) {
    return run.digits || run.text.size() == 1 || run.text == "đ" || !is_syllable(run.text);
  }

  const std::vector<Run>& runs_;
  const archive::Statistics& statistics_;
  std::vector<Words> ways_;
};

// True where the runs of a stretch may be one thing: letters and digits by turns at every space.
bool alternate(const std::vector<Run>& runs) {
  for (size_t i = 0; i + 1 < runs.size(); ++i) {
    if (runs[i].digits == runs[i + 1].digits) return false;
  }
  return true;
}

// Plain words are no part of a name with a number; units are plain letters ("ha"), and đ.
bool may_belong(const std::vector<Run>& runs) {
  for (size_t i = 0; i < runs.size(); ++i) {
    const Run& run = runs[i];
    if (run.digits || run.text.size() == 1 || run.text == "đ" || !is_syllable(run.text)) continue;
    if (i == 0 || !text::is_folded(run.text)) return false;
  }
  return true;
}

void find_stretches(std::span<const std::string> words, size_t begin,
                    const archive::Statistics& statistics, std::vector<query::Equivalent>& out) {
  std::vector<Run> runs;
  for (size_t end = begin; end < words.size() && end - begin < kMostRuns; ++end) {
    const std::vector<Run> next = runs_of(words[end], end);
    runs.insert(runs.end(), next.begin(), next.end());
    if (next.empty() || runs.size() > kMostRuns || !alternate(runs)) return;
    if (runs.size() < 2 || !may_belong(runs)) continue;
    for (Words& way : Ways(runs, statistics).all()) {
      out.push_back(
          {.begin = begin, .end = end + 1, .words = std::move(way), .weight = kJoinedWeight});
    }
  }
}

// The currency has four names; numbers of it may be of any form.
constexpr std::array<std::string_view, 4> kCurrency = {"đồng", "đ", "vnđ", "vnd"};
// "10 triệu đ".
constexpr std::array<std::string_view, 6> kScales = {"nghìn", "ngàn", "triệu", "tỷ", "tỉ", "trăm"};

bool begins_with_digit(std::string_view word) {
  return !word.empty() && text::is_ascii_digit(word.front());
}

// The last word of a number.
bool ends_number(std::span<const std::string> words, size_t at) {
  if (begins_with_digit(words[at])) return true;
  return at > 0 && begins_with_digit(words[at - 1]) &&
         std::find(kScales.begin(), kScales.end(), words[at]) != kScales.end();
}

void find_currency(std::span<const std::string> words, size_t begin,
                   std::vector<query::Equivalent>& out) {
  const auto is_currency = [](std::string_view word) {
    return std::find(kCurrency.begin(), kCurrency.end(), word) != kCurrency.end();
  };
  std::string number = words[begin];
  size_t end = begin + 1;
  const auto runs = runs_of(number, begin);
  if (runs.size() == 2 && runs[0].digits && is_currency(runs[1].text)) {
    number = runs[0].text;
  } else if (end < words.size() && is_currency(words[end]) && ends_number(words, begin)) {
    ++end;
  } else {
    return;
  }
  for (const std::string_view name : kCurrency) {
    const auto add = [&](Words form) {
      out.push_back(
          {.begin = begin, .end = end, .words = std::move(form), .weight = kJoinedWeight});
    };
    add({number, std::string(name)});
    if (is_digits(number)) add({number + std::string(name)});
  }
}

}  // namespace

void find_percentages(std::span<const std::string> words, std::vector<query::Equivalent>& out) {
  for (size_t at = 0; at + 2 < words.size(); ++at) {
    if (!begins_with_digit(words[at]) || words[at + 1] != "phần" || words[at + 2] != "trăm")
      continue;
    out.push_back(
        {.begin = at, .end = at + 3, .words = {words[at] + '%'}, .weight = kJoinedWeight});
  }
}

void find_joined_numbers(std::span<const std::string> words, const archive::Statistics& statistics,
                         std::vector<query::Equivalent>& out) {
  for (size_t begin = 0; begin < words.size(); ++begin) {
    find_stretches(words, begin, statistics, out);
    find_currency(words, begin, out);
  }
}

}  // namespace khobao::reading
