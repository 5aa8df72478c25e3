#pragma once
#include "common/archive/generations/generation.h"
#include "common/base/result.h"

namespace khobao::reposts {

/// Makes the fingerprints of a layer's articles from their token streams and writes them into its
/// folder (common/archive/reposts/fingerprint_file.h). The layer's file of streams is written, and
/// for `articles` articles.
Result<void> write_layer_fingerprints(const archive::Layer& layer, uint64_t articles);

}  // namespace khobao::reposts
