#pragma once
/// What an update has to read, found by walking the roots and comparing sizes and times with what
/// is known (known_inputs.h); nothing is opened for it.
///
///   as known                    unchanged
///   new, or other size or time  to be read; hashes decide record by record
///   known, in a folder or file named in this run, and not there any more   gone
#include <optional>
#include <string>
#include <vector>

#include "indexer/change/known_inputs.h"
#include "indexer/input/scan.h"
#include "indexer/pipeline/pipeline.h"

namespace khobao::change {

struct PlanOptions {
  bool may_delete = true;          ///< false: what is gone stays in the archive (--add)
  bool allow_deletions = false;    ///< missing and empty roots are taken at their word
  bool everything_afresh = false;  ///< read all files that are found, whatever is known of them
  std::optional<bool> follow = {};  ///< --follow or --no-follow of this run (input/scan.h)
  std::string received;  ///< --received of this run; "" where each root's remembered date holds
};

struct ChangePlan {
  std::vector<pipeline::InputToRead>
      to_read;                          ///< points into the KnownInputs that it was made with
  std::vector<std::string> gone;        ///< ids of files
  std::vector<input::Skipped> skipped;  ///< folders
  std::vector<input::InputFile> links_out;  ///< passed over, for they lead out of all roots
  std::vector<std::string> noted;       ///< ids of unchanged files of which something was skipped
  int64_t scanned_ns = 0;               ///< when the walk began, since 1970
};

/// Walks the targets, which become roots. Input errors where a target does not exist, and where a
/// root that the archive has articles of is missing or empty (unless that is allowed).
Result<ChangePlan> plan_changes(const std::vector<input::Target>& targets, input::Roots& roots,
                                const KnownInputs& known, const PlanOptions& options);

}  // namespace khobao::change
