#pragma once
/// Archives that are searched as one, each open at its live generation.
#include <string>
#include <vector>

#include "common/archive/generations/generation.h"
#include "common/archive/generations/generation_use.h"
#include "common/base/result.h"

namespace khobao::archive {

struct OpenArchive {
  std::string db;  ///< its folder
  Generation generation;
  Manifest manifest;
  GenerationUse use;
};

/// The live generation of a folder, held so that nothing of it goes; tried again where it is
/// replaced in between. Errors name the folder: index_missing, index_incompatible, index_corrupt.
Result<OpenArchive> open_archive(const std::string& db);

/// All of them, in their order; the error of the first that cannot be opened.
Result<std::vector<OpenArchive>> open_archives(const std::vector<std::string>& archives);

}  // namespace khobao::archive
