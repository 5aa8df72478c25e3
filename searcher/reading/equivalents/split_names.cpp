#include "searcher/reading/equivalents/split_names.h"

#include <string_view>

#include "searcher/reading/equivalents/query_words.h"

namespace khobao::reading {
namespace {

constexpr double kSplitWeight = 0.9;
constexpr std::string_view kConsonants = "bcdhkmnprst";
// So often beside the other way, or it is chance: "c lip" is no clip.
constexpr double kLeastSplitShare = 0.02;

bool is_consonant(std::string_view word) {
  return word.size() == 1 && kConsonants.find(word[0]) != std::string_view::npos;
}

}  // namespace

void find_split_names(std::span<const std::string> words, const archive::Statistics& statistics,
                      std::vector<query::Equivalent>& out) {
  const auto pair = [&](const std::string& first, const std::string& second) -> uint32_t {
    const auto a = text::vocabulary().find(first), b = text::vocabulary().find(second);
    return a && b ? statistics.pair_count(*a, *b) : 0;
  };
  for (size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    const std::string rest = word.size() > 2 ? word.substr(1) : "";
    if (is_consonant(word.substr(0, 1)) && is_syllable(rest) && !is_syllable(word) &&
        pair(word.substr(0, 1), rest) > kLeastSplitShare * statistics.count(word)) {
      out.push_back(
          {.begin = i, .end = i + 1, .words = {word.substr(0, 1), rest}, .weight = kSplitWeight});
    }
    if (i + 1 == words.size() || !is_consonant(word) || !is_syllable(words[i + 1])) continue;
    const std::string whole = word + words[i + 1];
    if (is_syllable(whole) ||
        statistics.count(whole) <= kLeastSplitShare * pair(word, words[i + 1]))
      continue;
    out.push_back(
        {.begin = i, .end = i + 2, .words = {whole}, .weight = kSplitWeight, .apart = true});
  }
}

}  // namespace khobao::reading
