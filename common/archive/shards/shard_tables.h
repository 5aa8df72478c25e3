#pragma once
/// What the shards of a published archive say of the whole, as the rest of the program reads it of
/// an archive: a manifest, and the files of a generation, kept in the user's cache by publication.
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "common/archive/generations/generation_use.h"
#include "common/archive/generations/manifest.h"
#include "common/archive/parts/kept_tables.h"
#include "common/archive/publication/publication_header.h"
#include "common/base/result.h"

namespace khobao::archive {

/// Without layers.
Manifest manifest_of(const PublicationHeader& header);
/// One of them.
LayerEntry layer_of_shard(const std::string& name, const PublicationHeader& header);

struct ShardTables {
  Generation generation;  ///< named as in the archive; its folder holds the tables
  GenerationUse use;
  std::shared_ptr<const void> kept;  ///< while it is there, a temporary folder is, too
};

/// The tables of a publication from the cache, else read by `read`, one after another. `shards`:
/// what names them, by which their caches are told apart. `left_behind`: of a table that is not
/// needed, true. Nothing is read of one that is kept.
Result<ShardTables> shard_tables(const PublicationHeader& header, std::vector<std::string> shards,
                                 const std::function<bool(const std::string& table)>& left_behind,
                                 const std::function<Result<std::string>(const std::string&)>& read,
                                 const TablePlaces& places);

}  // namespace khobao::archive
