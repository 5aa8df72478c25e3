#pragma once
/// Counts the words and pairs of a generation's articles (common/archive/statistics.h), less the
/// deleted ones. An update counts what changed alone:
///
///   the live generation's counts, those of pairs that searches do without (rare_pairs.h) included
///   + articles of layers that are new
///   - articles of layers that are gone, and newly marked ones of those that stay
///
/// The result is that of counting all articles again; it depends neither on their order, on how
/// they lie in layers, nor on the number of threads.
#include <string>
#include <vector>

#include "common/archive/generations/deletion_marks.h"
#include "indexer/commit/live_archive.h"

namespace khobao::commit {

struct CountedLayers {
  std::vector<archive::LayerEntry> layers;
  archive::DeletionMarks marks;  ///< of each layer
};

/// Writes the files `statistics` and `rare.pairs` of the generation `to`, which is made of
/// `layers`. `live`: the generation before it, whose layers are all still there; null to count all
/// articles. True where all were counted: because live is null, because that is less work, or
/// because its files are not what was written.
Result<bool> build_statistics(const std::string& db, const CountedLayers& layers,
                              const LiveArchive* live, unsigned threads,
                              const archive::Generation& to);

}  // namespace khobao::commit
