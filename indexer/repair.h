#pragma once
/// Repairs an archive of which a layer is damaged ('indexer update --reread'): the layer is left
/// out, and the articles that it held are read from their sources again.
///
///   layer-000002 is damaged     a generation without it, in which its articles are unknown
///   an update of the roots      reads them again, like new ones
///   known before, not there now lost: named one by one
///
/// Any other run stops at a damaged layer that it would write again or carry on.
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "common/archive/generations/generation.h"
#include "common/base/result.h"
#include "indexer/commit/live_archive.h"
#include "indexer/pipeline/pipeline.h"

namespace khobao::indexer {

struct Repair {
  std::vector<std::string> damaged;  ///< names of layers; none: there is nothing to repair
  archive::Generation before, without;
  /// Ids of the articles in them, and the places they came from.
  std::vector<std::pair<std::string, std::string>> missing;
};

/// Compares the checksums of the layers of an archive that are not in `whole`, and adds them. What is
/// damaged must not be carried on under fresh checksums: index_corrupt, with the way out.
Result<void> check_layers(const std::string& db, const commit::LiveArchive& live,
                          std::set<std::string>& whole);

/// Makes a generation live that does without the damaged layers. What was is still there, for
/// take_back(). Call it with the writer lock held.
Result<Repair> leave_out_damaged(const std::string& db, const pipeline::PipelineOptions& options);

/// Makes the damaged generation live again, where the sources cannot be read.
Result<void> take_back(const std::string& db, const Repair& repair);

/// Which of the missing articles the live generation still does without: id and place.
Result<std::vector<std::pair<std::string, std::string>>> lost_articles(const std::string& db,
                                                                       const Repair& repair);

}  // namespace khobao::indexer
