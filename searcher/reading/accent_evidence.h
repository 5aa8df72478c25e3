#pragma once
/// What the articles that a query is about say of its accents. Pairs of words over the whole
/// archive know "cảnh điều" (tra) better than "cánh diều"; the few articles that hold the query's
/// words know what stands in this one.
#include "searcher/index.h"
#include "searcher/reading/reading_counts.h"

namespace khobao::reading {

class AccentEvidence {
 public:
  /// `index` must outlive this object.
  explicit AccentEvidence(const searcher::Index& index) : index_(index) {}

  /// Queries of more words are restored without; their pairs tell enough.
  static constexpr size_t kMostWords = 64;

  /// Counts the readings in the articles that BM25 puts first for all of them.
  ReadingCounts count(const WordReadings& readings) const;

 private:
  const searcher::Index& index_;
};

}  // namespace khobao::reading
