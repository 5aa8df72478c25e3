#pragma once
/// Abbreviations that the archive's own articles introduce in brackets
/// (indexer/recognise/grammar/introduced.h), and what they stand for there.
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "searcher/query/interpreter.h"
#include "searcher/reading/equivalents/query_words.h"

namespace khobao::reading {

/// Where the pairs are asked for; the archive's index (searcher/reading/archive_abbreviations.h),
/// or a table in tests.
class IntroducedPairs {
 public:
  struct Counted {
    std::string text;       ///< an abbreviation, or a name's words with spaces between
    uint64_t articles = 0;  ///< that introduce it so
  };

  virtual ~IntroducedPairs() = default;
  /// What this abbreviation is introduced for, and how this name is abbreviated.
  virtual std::vector<Counted> names_of(const std::string& abbreviation) const = 0;
  virtual std::vector<Counted> abbreviations_of(const std::string& name) const = 0;
};

/// A pair counts from this many articles on: one article's own shorthand says nothing of others.
inline constexpr uint64_t kLeastIntroductions = 2;

/// Appends, for each abbreviation or abbreviated name in `words`, the other; several meanings of an
/// abbreviation by their share of its introductions, those under a tenth left out.
void find_introduced_pairs(std::span<const std::string> words, const IntroducedPairs& pairs,
                           std::vector<query::Equivalent>& out);

}  // namespace khobao::reading
