#pragma once
/// Names of the highland peoples with a consonant in front, written in two ways: M'nông and Mnông,
/// K'pă and Kpă.
#include <span>
#include <string>
#include <vector>

#include "common/archive/statistics.h"
#include "searcher/query/interpreter.h"

namespace khobao::reading {

/// Appends the other way to write each, where the archive writes it so; not where both together are
/// a plain syllable (K'ho, kho).
void find_split_names(std::span<const std::string> words, const archive::Statistics& statistics,
                      std::vector<query::Equivalent>& out);

}  // namespace khobao::reading
