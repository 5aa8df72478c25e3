#pragma once
/// What a manifest says of a generation's articles, found by reading its layers.
#include <string>

#include "common/archive/generations/generation.h"
#include "common/archive/generations/layered_index.h"
#include "common/archive/versions/version_chains.h"
#include "common/base/result.h"

namespace khobao::archive {

/// Fills in how many articles are deleted in each layer, how many are found, and how many of these
/// have no date. `db`: for errors.
Result<void> count_articles(const std::string& db, const LayeredIndex& index, Manifest& manifest);

/// Finds which articles are texts of the same one, writes that to the generation `to` where there
/// are any, and fills in how many are kept and superseded; returns those to which there is a newer
/// text.
Result<Docids> chain_versions(const std::string& db, const LayeredIndex& index, Manifest& manifest,
                              const Generation& to);

}  // namespace khobao::archive
