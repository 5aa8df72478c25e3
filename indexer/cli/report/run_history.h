#pragma once
/// The last runs that changed an archive, or looked at all of it: DB/runs.jsonl, the oldest first, one
/// JSON object a line. It lies beside the generations, for a run is over when its generation is live.
#include <cstdint>
#include <string>
#include <vector>

#include "common/base/result.h"

namespace khobao::indexer {

struct PastRun {
  std::string ended;    ///< UTC
  std::string command;  ///< "update", "rebuild"
  uint64_t added = 0, changed = 0, moved = 0, deleted = 0, skipped = 0, articles = 0;
  double seconds = 0;
};

inline constexpr size_t kRunsKept = 30;

/// None where there is no history; index_corrupt where it is not what was written.
Result<std::vector<PastRun>> past_runs(const std::string& db);

/// Adds a run and forgets the oldest beyond kRunsKept. A damaged history is begun anew; one that cannot
/// be read or written lacks the run: no run fails for that.
void remember_run(const std::string& db, const PastRun& run);

}  // namespace khobao::indexer
