#include "searcher/query/words/segmentation.h"

#include <algorithm>
#include <cmath>

#include "common/text/letters/syllable.h"
#include "common/text/letters/utf8.h"
#include "searcher/query/words/word_data.h"

namespace khobao::query {
namespace {

constexpr size_t kMaxSyllables = 4;
constexpr double kNoWord = -1;

// What the syllables [begin, end) are worth as one word; kNoWord where they are not one. bonds[i]
// is between i and i + 1.
double worth(const std::vector<std::string>& words, const std::vector<double>& bonds, size_t begin,
             size_t end) {
  const size_t syllables = end - begin;
  if (syllables == 1) return 0;
  double sum = 0, least = 1, most = 0;
  for (size_t i = begin; i + 1 < end; ++i) {
    sum += bonds[i];
    least = std::min(least, bonds[i]);
    most = std::max(most, bonds[i]);
  }
  const bool name = syllables > 2 && is_surname(words[begin]) && least >= kNameBond &&
                    most >= kPairBond && (syllables < 4 || bonds[end - 2] >= kLongNameBond);
  if (name) return sum - kPairBond;
  if (syllables == 2) return least >= kPairBond ? sum - kPairBond : kNoWord;
  const auto loose = [](const std::string& word) {
    return is_function_word(word) || is_leading_word(word);
  };
  if (syllables > 3 || least < kTripleBond || loose(words[begin]) || loose(words[end - 1]))
    return kNoWord;
  return sum - kPairBond - kTripleBond;
}

bool is_syllable(const std::string& word) {
  return text::parse_syllable(text::to_code_points(word)).has_value();
}

}  // namespace

bool is_loanword(const std::string& word) {
  return word.size() > 1 && word.find_first_of("0123456789") == std::string::npos &&
         !is_syllable(word);
}

double bond(const std::string& first, const std::string& second, const WordStatistics& statistics) {
  double strength = known_bond(first, second);
  const auto pairs = static_cast<double>(statistics.pair_count(first, second));
  // Of equally likely counts, one in ten lies below this by chance alone (Poisson).
  const double certain = pairs - std::sqrt(2 * pairs);
  const auto all = static_cast<double>(statistics.words());
  if (certain > 0 && all > certain) {
    const auto each = static_cast<double>(statistics.count(first)) *
                      static_cast<double>(statistics.count(second));
    const double information = std::log(certain * all / std::max(each, 1.0));
    strength = std::max(strength, information / -std::log(certain / all));
  }
  const bool loose = is_function_word(first) || is_function_word(second);
  if (loose && strength < kFunctionBond) return 0;
  if (strength < kLoanBond && known_bond(first, second) == 0 &&
      ((is_loanword(first) && is_syllable(second)) || (is_syllable(first) && is_loanword(second))))
    return 0;
  return std::clamp(strength, 0.0, 1.0);
}

std::vector<bool> joined_words(const std::vector<std::string>& words,
                               const WordStatistics& statistics) {
  if (words.empty()) return {};
  std::vector<double> bonds;
  for (size_t i = 0; i + 1 < words.size(); ++i)
    bonds.push_back(bond(words[i], words[i + 1], statistics));
  // best[i]: worth of the best way to cut the first i syllables; from[i]: where its last word
  // begins.
  std::vector<double> best(words.size() + 1, 0);
  std::vector<size_t> from(words.size() + 1, 0);
  for (size_t end = 1; end <= words.size(); ++end) {
    best[end] = kNoWord;
    for (size_t begin = end > kMaxSyllables ? end - kMaxSyllables : 0; begin < end; ++begin) {
      const double word = worth(words, bonds, begin, end);
      if (word == kNoWord || best[begin] + word <= best[end]) continue;
      best[end] = best[begin] + word;
      from[end] = begin;
    }
  }
  std::vector<bool> joined(words.size() - 1, false);
  for (size_t end = words.size(); end > 0; end = from[end]) {
    for (size_t i = from[end]; i + 1 < end; ++i) joined[i] = true;
  }
  return joined;
}

}  // namespace khobao::query
