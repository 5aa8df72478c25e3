#pragma once
#include <memory>
#include <string>

#include "common/archive/generations/generation.h"
#include "common/base/result.h"

namespace khobao::archive {

/// Says that a generation is being read: a shared lock on its manifest, so that the writer knows
/// when nobody needs it any more. Given back when the last copy goes, or the process.
class GenerationUse {
 public:
  /// An input error where the manifest cannot be opened, index_corrupt where it is not there. Where
  /// the file system has no locks, nothing is held; searches then rely on their files being open.
  static Result<GenerationUse> begin(const Generation& generation);

  /// True where the generation was removed before it could be held: what is open of it may be less
  /// than all.
  bool came_too_late() const;

 private:
  std::shared_ptr<const int> file_;
};

/// True where no search holds the generation; an error where that cannot be told.
Result<bool> is_unused(const Generation& generation);

}  // namespace khobao::archive
