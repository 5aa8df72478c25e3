#pragma once
/// Makes one Xapian database of several: their articles one after another, numbered through,
/// without those that count no longer.
///
/// Xapian's own compact() copies the chunks of lists as they lie, of which those of small databases
/// are short, and keeps every article. Here lists are joined, in whole chunks.
#include <cstdint>
#include <string>
#include <vector>

#include "common/base/result.h"

namespace khobao::write::glass {

struct MergePart {
  std::string database;                ///< its folder
  uint64_t articles = 0;               ///< in it, numbered from 1
  std::vector<uint32_t> without = {};  ///< those left out, ascending
};

/// Writes the folder `to`, which is made; it need not reach the disk. index_corrupt where a part is not a
/// whole database of so many articles: nothing is left out in silence. Memory: four bytes an article of
/// all parts, and eight for each one left, once for the lengths and once for the commonest term.
Result<void> merge_databases(const std::vector<MergePart>& parts, const std::string& to);

}  // namespace khobao::write::glass
