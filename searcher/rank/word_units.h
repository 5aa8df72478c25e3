#pragma once
/// The query's words, each whole, as evidence. A syllable of a word earns little where it stands
/// without the rest; a form with one word inside earns most; an equivalent earns what the typed
/// form would; grammar words count little.
///
///   bầu Đức phá sản   ->   units bầu, đức, phá+sản
///     "… phá giá tài sản …"   phá+sản: two stray syllables
///     "hiệp hội các sân bay", asked for hiệp+hội+sân+bay: held with a word inside
#include <cstdint>
#include <string>
#include <vector>

#include "common/archive/statistics.h"
#include "searcher/match/stream_matcher.h"
#include "searcher/query/plan.h"

namespace khobao::rank {

/// In how many articles words can stand side by side, at most: the rarest of them and of their pairs
/// bounds it.
double most_holders(const std::vector<std::string>& terms, const archive::Statistics& statistics);

/// One object per query; articles are read one after another, then finished together.
class WordUnits {
 public:
  /// `matcher` must know all terms of the plan and outlive this object.
  WordUnits(const query::PlanNode& root, const match::StreamMatcher& matcher,
            const archive::Statistics& statistics);

  struct Shares {
    double title = 0;  ///< ten times the share of the words, by idf, that the title holds
    double lede = 0;   ///< the same of the title and the lede
  };
  /// Of the article that the matcher has read; keeps what finish() needs of it.
  Shares read();

  /// For every article read, the sum over the words of their rarity, more where they stand often.
  /// `lengths`: of each article, 1 for the mean.
  std::vector<double> finish(const std::vector<double>& lengths) const;

 private:
  struct Form {
    std::vector<size_t> terms;
    double credit;
  };
  struct Unit {
    std::vector<Form> forms;
    double idf = 0;
    double weight = 1;  // of grammar words, less
  };
  /// What an article holds of one unit.
  struct Held {
    double count = 0, best = 0, title = 0, lede = 0;  // occurrences and best, by their credit
    void add(double credit, uint32_t place, uint32_t body_begin);
  };

  void add(const query::PlanNode& node, const archive::Statistics& statistics);
  void add_word(const std::vector<query::Form>& forms, const archive::Statistics& statistics);
  void find(const Form& form, Held& held) const;
  bool gap_at(uint32_t place) const;

  const match::StreamMatcher& matcher_;
  std::vector<Unit> units_;
  double idf_sum_ = 0;
  std::vector<float> read_;  // of each article one after another, the count of each unit
};

}  // namespace khobao::rank
