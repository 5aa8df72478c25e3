#pragma once
#include <iosfwd>

#include "indexer/build.h"

namespace khobao::indexer {

/// "added 3, changed 1, moved 0, deleted 2, unchanged 40, skipped 1, in 0.2 s; …" `as_before`: of
/// those skipped, how many were told by a run before.
Message summary_text(const BuildReport& report, uint64_t as_before, bool dry_run, double seconds);

/// The same as one JSON object, with the skipped inputs and their reasons.
void print_summary_json(const BuildReport& report, bool dry_run, double seconds, std::ostream& out);

}  // namespace khobao::indexer
