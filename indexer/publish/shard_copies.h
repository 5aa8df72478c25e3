#pragma once
#include "indexer/publish/publication_folder.h"

namespace khobao::publish {

/// Copies the database of a shard into a new publication. All that is read is compared with its
/// checksums: index_corrupt where it is not what was written.
Result<void> copy_shard(const PublicationFolder& from, const PublicationFolder& to, size_t shard);

/// How many bytes the database has.
Result<uint64_t> shard_bytes(const PublicationFolder& folder, size_t shard);

/// Reads and compares the database: index_corrupt naming the first block that is not what was
/// written.
Result<void> compare_shard(const PublicationFolder& folder, size_t shard);

}  // namespace khobao::publish
