#pragma once
#include <memory>
#include <string>

#include "common/archive/generations/generation.h"

namespace khobao::archive {

/// Says that a generation is being read: a shared lock on its manifest, so that the writer knows
/// when nobody needs it any more. Given back when the last copy goes, or the process.
class GenerationUse {
 public:
  /// Where the file system has no locks, nothing is held; searches then rely on their files being
  /// open.
  static GenerationUse begin(const Generation& generation);

 private:
  std::shared_ptr<const int> file_;
};

/// True where no search holds the generation; an error where that cannot be told.
Result<bool> is_unused(const Generation& generation);

}  // namespace khobao::archive
