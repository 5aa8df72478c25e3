#pragma once
#include <string>

#include "common/archive/generation.h"
#include "common/base/result.h"

namespace khobao::indexer {

/// Counts the words and pairs of a finished index (common/archive/statistics.h) with `threads`
/// threads, each over its share of the articles, and writes the statistics file. The result does
/// not depend on the order of the articles or the number of threads.
Result<void> build_statistics(const archive::Generation& generation, unsigned threads);

}  // namespace khobao::indexer
