#pragma once
/// Counting pairs of words in memory that does not grow as they do.
///
/// Of an archive of 144,000 articles a table of all pairs takes 260 MB in each thread. Here a table
/// of a million pairs at most is filled; when it is full, it is sorted and packed (five bytes a pair),
/// and begun again. At the end the packed parts are read side by side.
#include <cstdint>
#include <string>
#include <vector>

#include "common/archive/statistics.h"

namespace khobao::archive {

/// Not for use by two threads at once.
class PairCounter {
 public:
  PairCounter() : PairCounter(size_t{1} << 20) {}
  /// `most`: pairs that are held unpacked, about.
  explicit PairCounter(size_t most) : most_(most), slots_(kFirstSlots) {}

  void add(text::WordId first, text::WordId second);
  /// The packed parts, ready for joined_counts(); the counter is empty again.
  std::vector<std::string> take();

 private:
  static constexpr size_t kFirstSlots = 1 << 16;
  struct Slot {  // of a table with open addressing: half the time of std::unordered_map here
    uint64_t pair = 0;
    uint32_t count = 0;
  };

  Slot& find(uint64_t pair);
  void grow();
  void pack();

  size_t most_;
  std::vector<Slot> slots_;
  size_t used_ = 0;
  std::vector<std::string> packed_;
};

/// The counts of all parts together, sorted.
std::vector<WordCounts::Pair> joined_counts(const std::vector<std::string>& parts);

}  // namespace khobao::archive
