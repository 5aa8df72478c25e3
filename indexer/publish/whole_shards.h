#pragma once
#include "common/archive/generations/manifest.h"
#include "common/archive/text_compression.h"
#include "indexer/pipeline/pipeline.h"
#include "indexer/publish/publication_folder.h"

namespace khobao::publish {

/// Writes all live articles of a generation into new shards, without what holds for the archive as
/// a whole: on all cores, into segments that are merged, as layers are written. Articles are
/// numbered from 1 without gaps, in no order of their own.
Result<void> write_whole_shards(const std::string& db, const archive::Generation& generation,
                                const archive::Manifest& manifest,
                                const archive::TextDictionary& dictionary,
                                const pipeline::PipelineOptions& options,
                                const PublicationFolder& to, size_t shards);

}  // namespace khobao::publish
