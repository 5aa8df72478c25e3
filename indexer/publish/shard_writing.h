#pragma once
#include <map>
#include <string>

#include "common/archive/generations/layered_index.h"
#include "common/archive/publication/publication_header.h"
#include "indexer/pipeline/pipeline.h"
#include "indexer/publish/shard_changes.h"

namespace khobao::publish {

/// Brings the database of one shard, which nobody reads yet, to what the archive holds: applies
/// `changes`, and writes the tables that are other than those it has, and the header, of which it
/// fills in `tables`, `shard` and `articles_here`.
Result<void> write_shard(const std::string& database, const archive::LayeredIndex& index,
                         const ShardChanges& changes, const archive::TextDictionary& dictionary,
                         const std::map<std::string, std::string>& tables, size_t shard,
                         archive::PublicationHeader header,
                         const pipeline::PipelineOptions& options);

}  // namespace khobao::publish
