#pragma once
/// Adding and subtracting counts of words and pairs, table by table.
#include <optional>

#include "common/archive/statistics.h"

namespace khobao::archive {

/// `counts` with those of `added` articles and without those of `removed` ones; nothing where more
/// is taken away than there is, so that the counts cannot be those of the same archive.
std::optional<WordCounts> changed_counts(const WordCounts& counts,
                                                  const WordCounts& added,
                                                  const WordCounts& removed);

/// Two tables of different pairs as one.
std::vector<WordCounts::Pair> joined_pairs(
    const std::vector<WordCounts::Pair>& a,
    const std::vector<WordCounts::Pair>& b);

}  // namespace khobao::archive
