#pragma once
#include <xapian.h>

#include <map>
#include <string>
#include <vector>

#include "common/archive/generations/generation.h"
#include "common/archive/generations/layered_index.h"
#include "common/archive/generations/manifest.h"
#include "common/base/result.h"

namespace khobao::publish {

/// By name, the files of a generation that every shard holds (publication_header.h): those that
/// name articles by docids with the published ones, by docid in the archive. Orders to hide
/// articles are nobody's business who searches, and stay at home. One more holds how many words each
/// article has (common/archive/shards/shard_lengths.h). `index`: of the generation. `dictionary`: of
/// the shards' stored articles. `scratch`: a file that may be written, and is gone afterwards.
Result<std::map<std::string, std::string>> published_tables(
    const archive::Generation& generation, const archive::Manifest& manifest,
    const archive::LayeredIndex& index, const std::vector<Xapian::docid>& published,
    const std::string& dictionary, const std::string& scratch);

}  // namespace khobao::publish
