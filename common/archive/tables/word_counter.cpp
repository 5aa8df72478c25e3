#include "common/archive/tables/word_counter.h"

#include <algorithm>
#include <utility>

namespace khobao::archive {

void WordCounter::add(const TokenStream& stream) {
  ++articles;
  StreamWord before = kSentenceGap;
  for (const StreamWord word : stream.words) {
    if (word < kOwnWord) {
      ++words[word];
      if (before < kOwnWord) pairs.add(before, word);
    } else if (!is_gap(word)) {
      ++rare[std::string(stream.term(word))];
    }
    before = word;
  }
}

WordCounts counts_of(std::vector<WordCounter>& counters) {
  WordCounter& all = counters.front();
  std::vector<std::string> pairs = all.pairs.take();
  for (size_t i = 1; i < counters.size(); ++i) {
    all.articles += counters[i].articles;
    for (size_t w = 0; w < all.words.size(); ++w) all.words[w] += counters[i].words[w];
    for (std::string& part : counters[i].pairs.take()) pairs.push_back(std::move(part));
    for (const auto& [word, count] : counters[i].rare) all.rare[word] += count;
    counters[i] = {};
  }
  WordCounts counts{.articles = all.articles,
                    .words = std::move(all.words),
                    .pairs = joined_counts(pairs),
                    .rare = {}};
  counts.rare.assign(all.rare.begin(), all.rare.end());
  std::sort(counts.rare.begin(), counts.rare.end());
  return counts;
}

}  // namespace khobao::archive
