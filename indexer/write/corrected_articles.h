#pragma once
/// Other corrections than before: the stored articles that they name are written again, with them.
#include <set>
#include <string>
#include <vector>

#include "common/archive/generations/deletion_marks.h"
#include "indexer/commit/live_archive.h"
#include "indexer/write/new_layer.h"
#include "indexer/write/stored_articles.h"

namespace khobao::write {

/// Writes each article of `ids`, and each kept text of one, that `revise` changes into `target`, and marks it in its layer.
/// Articles that are marked already, and those of the layers `left_out` (which are written again
/// whole), are left alone. Returns how many were written.
Result<uint64_t> rewrite_corrected(const std::string& db, const commit::LiveArchive& live,
                                   const std::set<std::string>& ids,
                                   const std::vector<size_t>& left_out, const Revise& revise,
                                   archive::DeletionMarks& marks, NewLayer& target);

}  // namespace khobao::write
