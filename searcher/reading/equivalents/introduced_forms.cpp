#include "searcher/reading/equivalents/introduced_forms.h"

#include <algorithm>

namespace khobao::reading {
namespace {

constexpr double kPairWeight = 0.9;
constexpr double kLeastIntroducedShare = 0.1;
// Names of more words are looked up no more.
constexpr size_t kMostNameWords = 10;

Words split(const std::string& text) {
  Words words;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find(' ', begin), text.size());
    if (end > begin) words.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

// What share of the abbreviation's introductions are for this name.
double share_of(const std::string& abbreviation, const std::string& name,
                const IntroducedPairs& pairs) {
  double all = 0, its = 0;
  for (const auto& counted : pairs.names_of(abbreviation)) {
    all += static_cast<double>(counted.articles);
    if (counted.text == name) its = static_cast<double>(counted.articles);
  }
  return all > 0 ? its / all : 0;
}

}  // namespace

void find_introduced_pairs(std::span<const std::string> words, const IntroducedPairs& pairs,
                           std::vector<query::Equivalent>& out) {
  for (size_t begin = 0; begin < words.size(); ++begin) {
    // A syllable is a word before it is an abbreviation.
    if (!is_syllable(words[begin])) {
      for (const auto& name : pairs.names_of(words[begin])) {
        const double share = share_of(words[begin], name.text, pairs);
        if (name.articles < kLeastIntroductions || share < kLeastIntroducedShare) continue;
        out.push_back({.begin = begin,
                       .end = begin + 1,
                       .words = split(name.text),
                       .weight = kPairWeight * share});
      }
    }
    for (size_t size = std::min(kMostNameWords, words.size() - begin); size > 1; --size) {
      const std::string name = joined(words.subspan(begin, size));
      const size_t found = out.size();
      for (const auto& abbreviation : pairs.abbreviations_of(name)) {
        if (abbreviation.articles < kLeastIntroductions || is_syllable(abbreviation.text)) continue;
        const double share = share_of(abbreviation.text, name, pairs);
        if (share < kLeastIntroducedShare) continue;
        out.push_back({.begin = begin,
                       .end = begin + size,
                       .words = {abbreviation.text},
                       .weight = kPairWeight * share});
      }
      if (out.size() > found) break;
    }
  }
}

}  // namespace khobao::reading
