#pragma once
/// How many words each article of a published archive has, for ranking: shards keep that where it is
/// read article by article, so it is written beside the tables that are kept of them.
///
/// File shard.lengths: a 32-bit number for each docid of all shards opened together, from 0,
/// little-endian; 0 where there is no article.
#include <xapian.h>

#include <string>
#include <vector>

#include "common/base/result.h"

namespace khobao::archive {

/// Throws Xapian errors.
Result<void> write_shard_lengths(const std::vector<Xapian::Database>& shards,
                                 const std::string& folder);

/// index_corrupt where the file is not of `articles` docids, 0 among them.
Result<std::vector<Xapian::termcount>> read_shard_lengths(const std::string& folder,
                                                          size_t articles);

}  // namespace khobao::archive
