#pragma once
/// A published archive (common/archive/publication) open for searching, from the folders of its
/// shards on this machine: what 'indexer publish' wrote, or replicas of it that
/// xapian-replicate keeps.
///
///   --db /srv/published                 all shards of what is live in the folder of publications
///   --db /srv/published/live            all shards in the folder
///   --db /srv/replica/shard-01 --db …   each by itself, in any order
///
/// Its tables are kept in the user's cache (common/archive/parts/kept_tables.h), by publication.
#include <xapian.h>

#include <string>
#include <vector>

#include "common/archive/generations/layered_index.h"
#include "common/archive/shards/shard_tables.h"
#include "common/base/result.h"

namespace khobao::archive {

/// What is named, where it is shards, or folders that hold shards, these in their order; empty where
/// all are archives. A usage error where both are named: they are not searched together.
Result<std::vector<std::string>> published_shards(const std::vector<std::string>& names);

struct PublishedArchive {
  ShardTables tables;
  Manifest manifest;
  LayeredIndex layers;
};

/// Opens the shards, given in any order: index_missing naming one that is not there, index_corrupt
/// or index_incompatible naming one that cannot be used or is of another publication than the first.
Result<PublishedArchive> open_published(const std::vector<std::string>& shards,
                                        const TablePlaces& places);

}  // namespace khobao::archive
