#pragma once
/// What the archive as a whole says of its words: how often each occurs, and how often each pair of
/// vocabulary words stands side by side. A pure function of the articles' token streams, written
/// with each generation (indexer/commit/statistics_builder.h); ranking, the segmentation of
/// queries, accent restoration and suggestions read it.
///
/// File: "KBST" version, then little-endian uint32 tables, mapped into memory as they are:
///   words  count per vocabulary word, in the order of the vocabulary
///   starts per vocabulary word the index of its first pair, and one more
///   before per vocabulary word how many pairs it is the second of; not in version 1
///   pairs  (second word, count), ascending by second word within each first word
///   names  string table of words outside the vocabulary, sorted, with counts
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/archive/disk/checked_map.h"
#include "common/base/made_once.h"
#include "common/base/result.h"
#include "common/text/vocabulary.h"

namespace khobao::archive {

struct WordCounts;

/// Pairs seen less often say nothing and are left out.
inline constexpr uint32_t kMinPairCount = 2;

class Statistics {
 public:
  /// Maps the file; index_corrupt where it is damaged. With `sums`, all that is read of it later is
  /// compared, too, and DamagedBytes thrown where it is not what was written.
  static Result<Statistics> open(const std::string& path,
                                 std::shared_ptr<const SummedFiles> sums = nullptr);

  uint64_t articles() const { return articles_; }
  /// Occurrences of all words, and of one; 0 for unknown ones.
  uint64_t words() const { return total_; }
  uint32_t count(text::WordId word) const { return map_.at(counts_ + word); }
  uint32_t count(std::string_view term) const;
  /// Occurrences of `second` right after `first`; 0 below kMinPairCount.
  uint32_t pair_count(text::WordId first, text::WordId second) const;
  /// Distinct pairs.
  uint32_t pairs() const { return pair_count_; }
  /// The distinct words seen right after `first`, and how often all of them together.
  struct Followers {
    uint32_t words = 0;
    uint64_t count = 0;
  };
  Followers followers(text::WordId first) const;
  /// Distinct words seen right before `word`. Of a file of version 1, the first call reads the whole
  /// table of pairs, several MB.
  uint32_t words_before(text::WordId word) const;

  /// The archive's words outside the vocabulary, ascending.
  size_t rare_words() const { return rare_count_; }
  std::string_view rare_word(size_t index) const;
  uint32_t rare_word_count(size_t index) const;

  /// The whole file, to be written again with other counts; index_corrupt where its tables are not
  /// in order.
  Result<WordCounts> counts() const;

 private:
  CheckedMap map_;
  uint64_t articles_ = 0, total_ = 0;
  const uint32_t* counts_ = nullptr;
  const uint32_t* starts_ = nullptr;
  const uint32_t* before_ = nullptr;  ///< null in version 1
  const uint32_t* pairs_ = nullptr;
  const uint32_t* rare_ = nullptr;  ///< (offset into rare_bytes_, count), and one more offset
  const char* rare_bytes_ = nullptr;
  size_t rare_count_ = 0;
  uint32_t pair_count_ = 0, rare_size_ = 0;
  MadeOnce<std::vector<uint32_t>> words_before_;  ///< by vocabulary id, in version 1
};

/// What is counted, for the file; see indexer/commit/statistics_builder.h.
struct WordCounts {
  uint64_t articles = 0;
  std::vector<uint32_t> words;  ///< by vocabulary id
  struct Pair {
    text::WordId first, second;
    uint32_t count;
  };
  std::vector<Pair> pairs;                             ///< sorted by first, then second
  std::vector<std::pair<std::string, uint32_t>> rare;  ///< sorted
};

/// Leaves out the pairs below kMinPairCount.
Result<void> write_statistics(const std::string& path, const WordCounts& counts);

}  // namespace khobao::archive
