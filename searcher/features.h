#pragma once
/// The evidence by which candidates are reranked: one table of names and weights, and their values
/// for one article. Syllables are only half of the evidence in Vietnamese; the other half is which
/// of them stand side by side.
#include <array>
#include <string>
#include <vector>

#include "common/archive/statistics.h"
#include "searcher/query/plan.h"
#include "searcher/stream_matcher.h"

namespace khobao::searcher {

/// A feature and its weight in the score; `--explain` prints them.
struct Feature {
  const char* name;
  double weight;
  const char* meaning;
};

/// Weights were fitted on half of a set of known-item queries and checked on the other half
/// (tests/bench/fit_weights.py).
inline constexpr std::array kFeatures = {
    Feature{"bm25", 1.0, "BM25 over syllables and title"},
    Feature{"pairs", 0.25,
            "neighbours of the query that are neighbours in the article, by rarity in the archive"},
    Feature{"telling", 1.1, "the same by how few of the candidates hold them"},
    Feature{"lede", 1.3, "rarity of the query's words found in the title and the first 80 words"},
    Feature{"lede_pairs", 0.3, "rarity of the query's pairs found there"},
    Feature{"sentence", 1.3, "rarity of the query's words in the sentence that holds most of them"},
    Feature{"verbatim", 40.0, "cube of the share of the query that stands there word by word"},
    Feature{"coverage", 3.0,
            "ten times the share of the query's words that the article holds, by rarity"},
};

using FeatureValues = std::array<double, kFeatures.size()>;

/// The query's side of the features. One object per query.
class FeatureReader {
 public:
  /// `matcher`: made of the plan's terms first, in their order. `idf`: of each of them.
  FeatureReader(const query::Plan& plan, const StreamMatcher& matcher,
                const archive::Statistics& statistics, std::vector<double> idf);

  /// The features of the article that the matcher has read; `bm25` is handed through.
  FeatureValues read(double bm25);

  /// Adds what only all candidates together tell; call once, when every one has been read.
  void finish(std::vector<FeatureValues>& candidates) const;

 private:
  struct Pair {
    size_t first, second;
    double rarity;  // in the archive, times the weight
    double weight;  // of both readings
  };

  const StreamMatcher& matcher_;
  std::vector<double> idf_;  // of each term, times the weight of its reading
  std::vector<query::Plan::Role> roles_;
  size_t words_ = 0;
  size_t run_words_ = 0;  // of the query, each time it is typed
  double idf_sum_ = 0;
  std::vector<Pair> pairs_;
  std::vector<int> pair_index_;  // first * terms + second -> pair, or -1
  std::vector<uint32_t> counts_, lede_counts_;
  std::vector<uint16_t> history_;         // counts_ of every candidate read, one after another
  std::vector<uint32_t> seen_in_;         // sentence in which a word was last counted, plus 1
  std::vector<double> held_, lede_held_;  // the best reading's rarity of each word in the article
};

}  // namespace khobao::searcher
