#pragma once
/// A second database folder with what the live generation of a first one is made of: backups and
/// what is restored from them.
///
///   DB/current -> generation-000007      DIR/generation-000007, DIR/layer-000012 ...
///   DB/layer-000012/index/postlist.glass   one file under two names, where both lie on one disk
///
/// No file of a generation or layer is ever changed, so that searches and updates of either folder
/// go on, and what both need lies on the disk once. A copy that was begun counts from the moment
/// its pointer is written, as its last step.
#include <cstdint>
#include <string>

#include "common/base/result.h"

namespace khobao::backup {

struct CopyReport {
  std::string generation;
  uint64_t articles = 0;
  uint64_t files = 0;          ///< that were not there before
  uint64_t linked = 0;         ///< of them: one file under two names
  uint64_t bytes_written = 0;  ///< of those that were not
};

/// Brings `to` to the live generation of `from`, which is held meanwhile so that no update removes
/// it. `to` is a new or empty folder, or was made like this before: then only what it lacks is
/// added, and what it needs no more is removed. `check`: `from` is compared with its checksums
/// first. An input error where something else lies in `to`.
Result<CopyReport> copy_archive(const std::string& from, const std::string& to, bool check);

}  // namespace khobao::backup
