#pragma once
#include <string>
#include <vector>

#include "common/archive/deletion_marks.h"
#include "common/archive/generation.h"
#include "common/base/result.h"

namespace khobao::indexer {

/// Counts the words and pairs of a generation's articles (common/archive/statistics.h), less the
/// deleted ones, with `threads` threads, each over its share of every layer, and writes the
/// statistics file `to`. The result does not depend on the order of the articles, on how they lie
/// in layers, or on the number of threads.
Result<void> build_statistics(const std::vector<archive::Layer>& layers,
                              const archive::DeletionMarks& marks, unsigned threads,
                              const std::string& to);

}  // namespace khobao::indexer
