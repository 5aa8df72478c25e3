#pragma once
/// The pairs of words that stand side by side too seldom for the statistics (kMinPairCount). No
/// search reads them; an update does, so that what it adds and takes away is counted exactly.
///
/// File DB/generation-N/rare.pairs: "KBRP" version, then varints: for each word of the vocabulary
/// the number of pairs that it begins, and for each of them the second word, as the difference to
/// the one before, and the count.
#include <string>
#include <vector>

#include "common/archive/statistics.h"
#include "common/base/result.h"

namespace khobao::archive {

/// Writes those of `counts`, whose pairs are all there are.
Result<void> write_rare_pairs(const std::string& path, const WordCounts& counts);

/// Sorted; an error where the file is damaged or not there.
Result<std::vector<WordCounts::Pair>> read_rare_pairs(const std::string& path);

}  // namespace khobao::archive
