#pragma once
/// Deletion marks: which articles of a generation's layers count no longer. Layers are never
/// changed, so an article that went or changed is marked here, per generation, and left out of
/// every search until its layer is written again (Lucene's "live documents" turned round).
///
/// File: "KBDM" version, then varints: number of layers; per layer the number of marks and the
/// marked docids as differences; at the end the 16-byte content_hash() of all before it.
#include <xapian.h>

#include <cstdint>
#include <string>
#include <vector>

#include "common/base/result.h"

namespace khobao::archive {

/// Per layer, docids within that layer, ascending.
using DeletionMarks = std::vector<std::vector<Xapian::docid>>;

uint64_t count_marks(const DeletionMarks& marks);

/// Sorts each layer's marks and drops repeats.
void tidy_marks(DeletionMarks& marks);

bool is_marked(const std::vector<Xapian::docid>& layer, Xapian::docid docid);

Result<void> write_deletion_marks(const std::string& path, const DeletionMarks& marks);

/// index_corrupt where the file is missing, damaged or not of `layers` layers; an input error where
/// it cannot be read.
Result<DeletionMarks> read_deletion_marks(const std::string& path, size_t layers);

}  // namespace khobao::archive
