#pragma once
/// Brings an archive up to date: a new generation is written beside the live one and swapped in.
#include <string>
#include <vector>

#include "indexer/pipeline.h"

namespace khobao::indexer {

enum class BuildMode {
  update,   ///< named folders are read anew; everything else of the live generation is kept
  rebuild,  ///< the archive is what is named, or all remembered roots, and nothing else
};

struct BuildReport {
  PipelineReport read;
  uint64_t kept = 0;      ///< articles carried over from the live generation
  uint64_t articles = 0;  ///< of the new generation
  uint64_t undated = 0;
  uint64_t corrections = 0;                    ///< that are remembered
  std::vector<std::string> corrected_unknown;  ///< corrected ids that the archive does not hold
  std::string generation;
};

/// With no targets, all remembered roots are read. Nothing is changed where an error comes back.
Result<BuildReport> build_archive(const std::string& db, BuildMode mode,
                                  std::vector<input::Target> targets,
                                  const PipelineOptions& asked, Progress& progress);

}  // namespace khobao::indexer
