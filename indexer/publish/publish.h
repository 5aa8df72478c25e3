#pragma once
/// A publication of an archive: its live articles in Xapian databases that stock servers serve
/// (publication_folder.h, common/archive/publication).
///
///   an archive of 35,033 articles  ->  DIR/live/shard-01 … shard-04, about 8,760 articles each
///
/// The first one, and one of another number of shards, is written whole. Later ones are copies of
/// the last one with what changed, until a fifth of the articles has changed. The link moves last:
/// until then the old publication is served, whatever happens.
#include <cstdint>
#include <string>

#include "common/base/result.h"
#include "indexer/pipeline/pipeline.h"

namespace khobao::publish {

struct PublishRequest {
  std::string db, into;
  size_t shards = 0;   ///< 0 for as many as there are, or one
  bool whole = false;  ///< nothing is taken over from the last one
  pipeline::PipelineOptions options;
};

struct PublishReport {
  std::string generation;
  size_t shards = 1;
  uint64_t articles = 0;
  bool nothing = false;                       ///< the generation was published already
  bool whole = false;                         ///< all shards were written from nothing
  uint64_t added = 0, changed = 0, gone = 0;  ///< where they were not
  uint64_t bytes = 0;                         ///< of the shards' databases
};

inline constexpr size_t kMostShards = 99;

Result<PublishReport> publish_archive(const PublishRequest& request);

}  // namespace khobao::publish
