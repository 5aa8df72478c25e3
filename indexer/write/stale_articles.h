#pragma once
/// Deletion marks for what a run replaced: in the layers so far the articles that went or changed,
/// in the new layer those that were written before an input that comes first brought their id, too.
#include <map>
#include <string>
#include <vector>

#include "common/archive/generations/deletion_marks.h"
#include "indexer/commit/live_archive.h"
#include "indexer/write/new_layer.h"

namespace khobao::write {

/// The live generation's marks, and marks on the articles with the ids `stale`.
Result<archive::DeletionMarks> mark_stale(const std::string& db, const commit::LiveArchive& live,
                                          const std::vector<std::string>& stale);

/// Marks articles of a layer that is being written. `contested`: ids, and the place whose article
/// alone counts; see ChangeSet.
Result<void> mark_contested(const std::string& db, const std::vector<NewLayer::Part>& parts,
                            const std::map<std::string, std::string>& contested);

}  // namespace khobao::write
