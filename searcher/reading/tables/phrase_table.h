#pragma once
/// Phrases and the other phrases that say the same, read from an image (sorted_table.h) that
/// PhraseGroups or everyday_image() made, and where a query holds one of them.
///
///   Moskva | Matxcơva | Mát-xcơ-va      "đi mát xcơ va"  ->  [1, 4) also moskva, matxcơva
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/sorted_table.h"
#include "searcher/query/interpreter.h"
#include "searcher/reading/equivalents/query_words.h"

namespace khobao::reading {

class PhraseTable {
 public:
  struct Other {
    double weight = 1;  ///< how surely it says what the phrase says
    Words words;
  };

  explicit PhraseTable(std::string_view image);

  /// Of the words of the longest phrase.
  size_t longest() const { return longest_; }

  /// The other phrases of the groups of this one; none where the table does not hold it.
  std::vector<Other> others(std::span<const std::string> words) const;

  /// Appends, for each phrase of the table that stands in `words`, the other phrases of its
  /// groups; where several begin at a word, those of the longest. Accents may be missing from a
  /// phrase as a whole ("mat xco va", "hdnd").
  void find(std::span<const std::string> words, std::vector<query::Equivalent>& out) const;

 private:
  SortedTable table_;
  size_t longest_ = 0;
};

/// The form of the entries: PhraseTable reads what this writes.
class PhraseEntries {
 public:
  /// `other` says the same as `words`, as typed; `folded`: as typed without accents.
  void add(const Words& words, const PhraseTable::Other& other);
  void add_folded(const Words& folded, const PhraseTable::Other& other);

  std::string image() const;

 private:
  void add_to(std::string key, size_t words, const PhraseTable::Other& other);

  std::map<std::string, std::string> entries_;
  size_t longest_ = 0;
};

}  // namespace khobao::reading
