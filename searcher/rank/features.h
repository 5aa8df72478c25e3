#pragma once
/// The evidence by which candidates are reranked: one table of names and weights, and their values
/// for one article. Syllables are only half of the evidence in Vietnamese; the other half is which
/// of them stand side by side.
#include <array>
#include <string>
#include <vector>

#include "common/archive/statistics.h"
#include "searcher/match/stream_matcher.h"
#include "searcher/match/typed_occurrences.h"
#include "searcher/query/plan.h"
#include "searcher/rank/word_units.h"

namespace khobao::rank {

/// Where a feature's value stands among an article's FeatureValues.
enum FeatureId : size_t {
  kMatch,
  kWords,
  kPairs,
  kPairsHeld,
  kNear,
  kSentence,
  kVerbatim,
  kLede,
  kOpening,
  kEarly,
  kBrevity,
  kWhole,
  kWholeLede,
  kTitle,
  kRelated,          ///< added by feedback.h
  kNeighboursScore,  ///< added by hit_neighbours.h
};

/// A feature and its weight in the score; `--explain` prints them.
struct Feature {
  FeatureId id;
  const char* name;
  double weight;
  const char* meaning;
};

/// Weights were fitted on half of a set of known-item queries and of topics with graded judgments,
/// and checked on the other half (tests/bench/README.md). "idf" is the rarity in the archive.
/// "Rarity" is that among the candidates, which share the query's commonest words anyway, and a
/// quarter of idf.
inline constexpr std::array kFeatures = {
    Feature{kMatch, "match", 2.5, "1 where the article holds every word of the query, each whole"},
    Feature{kWords, "words", 2.8,
            "rarity of the query's words, more where they stand often, by length"},
    Feature{kPairs, "pairs", 0.4,
            "rarity of the query's neighbours that are neighbours, early ones first"},
    Feature{kPairsHeld, "pairs_held", 2.4, "ten times the share of the query's pairs, by rarity"},
    Feature{kNear, "near", 1,
            "rarity of the query's neighbours within eight words, in either order"},
    Feature{kSentence, "sentence", 2.8,
            "ten times the share of the words, by idf, in the best sentence"},
    Feature{
        kVerbatim, "verbatim", 10,
        "cube of the share of the query that stands there word by word; 4 for five words or more"},
    Feature{kLede, "lede", 1.4,
            "ten times the share of the words, by rarity, in title and 80 words"},
    Feature{kOpening, "opening", 0.4, "idf of the words in the title and the first 200 words"},
    Feature{kEarly, "early", 0.45, "idf of the words, less the later each first stands"},
    Feature{kBrevity, "brevity", 1.4,
            "logarithm of how much shorter than 20,000 words it is, from 200"},
    Feature{kWhole, "whole", 1, "rarity of the query's words, each whole (word_units.h)"},
    Feature{kWholeLede, "whole_lede", 0.3,
            "ten times the share of the whole words in title and 80 words"},
    Feature{kTitle, "title", 0.5, "ten times the share of the whole words in the title"},
    Feature{kRelated, "related", 0.3, "rarity of the words that the first hits share (feedback.h)"},
    Feature{kNeighboursScore, "neighbours", 0.1,
            "how much more the hits score that are most like it (hit_neighbours.h)"},
};

constexpr bool features_stand_at_their_ids() {
  for (size_t i = 0; i < kFeatures.size(); ++i) {
    if (kFeatures[i].id != i) return false;
  }
  return kFeatures.size() == kNeighboursScore + 1;
}
static_assert(features_stand_at_their_ids(), "rows stand in the order of FeatureId, one each");

using FeatureValues = std::array<double, kFeatures.size()>;

/// The query's side of the features. One object per query.
class FeatureReader {
 public:
  /// `matcher`: made of the plan's terms first, in their order. `idf`: of each of them.
  FeatureReader(const query::Plan& plan, const match::StreamMatcher& matcher,
                const archive::Statistics& statistics, std::vector<double> idf);

  /// The features of the article that the matcher has read. `full`: it is a match, not only a
  /// partial one.
  FeatureValues read(bool full);

  /// Adds what only all candidates together tell; call once, when every one has been read.
  void finish(std::vector<FeatureValues>& candidates);

 private:
  struct Pair {
    size_t first, second;  // terms
    size_t slot;           // the neighbours of the query that they are readings of
    double weight;         // of both readings
    double idf;            // rarity in the archive
  };
  /// What finish() needs of the candidates: of each one after another, a value per term or pair.
  struct Counts {
    std::vector<double> lengths;
    std::vector<uint16_t> terms;
    std::vector<uint8_t> lede;   // 1 where the term stands in the title or the lede
    std::vector<uint8_t> typed;  // 1 where it stands as it was typed
    std::vector<uint16_t> near;
    std::vector<float> pairs;  // each occurrence by how early it stands
  };
  /// Those of one candidate.
  struct CountsOfOne {
    uint16_t* terms;
    uint8_t* lede;
    uint8_t* typed;
    uint16_t* near;
    float* pairs;
  };

  void limit_other_ways(std::vector<double>& rarities) const;
  void add_pairs(const query::Plan& plan, const archive::Statistics& statistics);
  CountsOfOne add_candidate();
  /// What the words tell in the order in which they stand.
  struct Reading {
    double best_sentence = 0;  // idf of the words held
    size_t longest_run = 0;    // words of the query in a row
  };
  template <class Occurrences>
  Reading read_occurrences(const Occurrences& occurrences, const CountsOfOne& counts);
  void count_near(size_t term, uint32_t place, const CountsOfOne& counts);
  double best_of_words(const std::vector<double>& of_terms);
  double best_of_slots(const std::vector<double>& of_pairs);

  const match::StreamMatcher& matcher_;
  match::TypedOccurrences occurrences_;
  WordUnits units_;
  std::vector<double> idf_;    // of each term, times the weight of its reading and its share
  std::vector<double> share_;  // of each term, less where it is a small word
  std::vector<query::Plan::Role> roles_;
  size_t words_ = 0, slots_ = 0;
  size_t run_words_ = 0;  // of the query, each time it is typed
  double idf_sum_ = 0;
  std::vector<Pair> pairs_;
  std::vector<int> pair_index_;                // first * terms + second -> pair, or -1
  struct HalfPair {
    size_t pair, other;  // its other term
  };
  std::vector<std::vector<HalfPair>> pairs_of_;  // term -> the pairs of two terms that it is half of
  Counts read_;                                // of every candidate read
  // Of the article being read; kept for their memory.
  std::vector<uint32_t> first_, last_;  // place of each term, or kNowhere
  std::vector<uint32_t> seen_in_;       // sentence in which a word was counted, plus 1
  std::vector<double> opening_, early_, best_;
};

}  // namespace khobao::rank
