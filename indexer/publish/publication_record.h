#pragma once
/// publication.json: what a publication was made of, for the next one. Its checksum is its own
/// (own_checksum.h).
#include <cstdint>
#include <set>
#include <string>

#include "common/archive/generations/manifest.h"
#include "common/base/result.h"
#include "indexer/publish/publication_folder.h"

namespace khobao::publish {

struct PublicationRecord {
  std::string publication;  ///< id, as in the shards' headers
  std::string generation;   ///< of the archive, by name
  std::string manifest;     ///< hash of that generation's manifest.json
  size_t shards = 1;
  uint64_t articles = 0;
  uint64_t changed = 0;  ///< articles written or removed since all shards were written whole
  std::set<std::string> layers;  ///< layer_identity() of those it was made of
};

/// Tells a layer from every other, whatever name it has.
std::string layer_identity(const archive::LayerEntry& layer);

Result<void> write_publication_record(const PublicationFolder& folder,
                                      const PublicationRecord& record);

/// index_corrupt where it is missing or not what was written; index_incompatible where the
/// publication is of another version; an input error where it cannot be read.
Result<PublicationRecord> read_publication_record(const PublicationFolder& folder);

}  // namespace khobao::publish
