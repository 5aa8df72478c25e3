#pragma once
#include "common/archive/generations/generation.h"
#include "common/base/result.h"

namespace khobao::reposts {

/// Makes the fingerprints of a layer's articles from their token streams and writes them into its
/// folder (common/archive/reposts/fingerprint_file.h). The layer's index is written, and for
/// `articles` articles. `db`: the database folder.
Result<void> write_layer_fingerprints(const std::string& db, const archive::Layer& layer,
                                      uint64_t articles);

}  // namespace khobao::reposts
