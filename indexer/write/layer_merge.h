#pragma once
/// Carries the layers so far into the next generation: most as they are, with marks on what no
/// longer counts; those that merge_policy.h names are merged with what this run wrote, as they are
/// or written again from stored text. Other names of the user's own have all layers written again,
/// other corrections the articles named.
#include <memory>

#include "indexer/commit/commit.h"
#include "indexer/commit/live_archive.h"
#include "indexer/settings.h"
#include "indexer/write/new_layer.h"

namespace khobao::write {

struct MergeRequest {
  const commit::LiveArchive& live;
  archive::DeletionMarks marks;       ///< of its layers, with those of this run
  const indexer::Settings& settings;  ///< what they say otherwise than the live ones is applied
  bool drop_deleted = false;          ///< every layer with a marked article is written again
  bool apart = false;                 ///< copies stay out of the layer that holds what was read
};

struct MergedLayers {
  uint64_t rewritten = 0;            ///< articles
  std::unique_ptr<NewLayer> copies;  ///< the layer of copies, where there is one; to be kept
};

/// Copies into `layer`, whose articles of this run are all there (or into a layer of their own),
/// and adds the layers and marks to `next`.
Result<MergedLayers> merge_layers(const std::string& db, MergeRequest request,
                                  const pipeline::PipelineOptions& options, NewLayer& layer,
                                  commit::NextGeneration& next);

}  // namespace khobao::write
