#pragma once
/// Counting the words and pairs of articles, stream by stream.
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/archive/statistics.h"
#include "common/archive/streams/token_stream.h"
#include "common/archive/tables/pair_counts.h"

namespace khobao::archive {

/// Not for use by two threads at once.
struct WordCounter {
  uint64_t articles = 0;
  std::vector<uint32_t> words = std::vector<uint32_t>(text::vocabulary().size());
  PairCounter pairs;
  std::unordered_map<std::string, uint32_t> rare;

  void add(const TokenStream& stream);
};

/// Of one and more together; what they hold is taken.
WordCounts counts_of(std::vector<WordCounter>& counters);

}  // namespace khobao::archive
