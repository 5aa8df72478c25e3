#pragma once
/// Adding and subtracting counts of words and pairs, table by table.
#include <optional>

#include "common/archive/statistics.h"

namespace khobao::commit {

/// `counts` with those of `added` articles and without those of `removed` ones; nothing where more
/// is taken away than there is, so that the counts cannot be those of the same archive.
std::optional<archive::WordCounts> changed_counts(const archive::WordCounts& counts,
                                                  const archive::WordCounts& added,
                                                  const archive::WordCounts& removed);

/// Two tables of different pairs as one.
std::vector<archive::WordCounts::Pair> joined_pairs(
    const std::vector<archive::WordCounts::Pair>& a,
    const std::vector<archive::WordCounts::Pair>& b);

}  // namespace khobao::commit
