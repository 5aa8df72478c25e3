#pragma once
/// How many words each article of a published archive has, for ranking: shards keep that where it is
/// read article by article, so it is one of the tables that are published with them.
///
/// Table shard.lengths: a 32-bit number for each docid of all shards opened together, from 0,
/// little-endian; 0 where there is no article. It ends behind the last article that there was.
#include <xapian.h>

#include <string>
#include <vector>

#include "common/base/result.h"

namespace khobao::archive {

inline constexpr const char* kShardLengths = "shard.lengths";

/// The table's bytes. By docid in the archive: `lengths`, and the docids of all shards together; 0
/// where an article is not published.
std::string shard_lengths(const std::vector<Xapian::termcount>& lengths,
                          const std::vector<Xapian::docid>& published);

/// The table in a folder, for `articles` docids, 0 among them; index_corrupt where it is none.
Result<std::vector<Xapian::termcount>> read_shard_lengths(const std::string& folder,
                                                          size_t articles);

}  // namespace khobao::archive
