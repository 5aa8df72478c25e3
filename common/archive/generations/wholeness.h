#pragma once
/// Whether the files that a manifest names are there as they were written.
#include <string>

#include "common/archive/generations/generation.h"
#include "common/archive/generations/manifest.h"
#include "common/base/result.h"

namespace khobao::archive {

enum class Comparison : unsigned char {
  sizes,      ///< all are there, and as long as they were
  checksums,  ///< every byte is read
};

/// One layer: index_corrupt naming the layer, the file and the way out; an input error where a file
/// cannot be read.
Result<void> check_layer(const std::string& db, const LayerEntry& layer, Comparison comparison);

/// A generation's own files and all its layers.
Result<void> check_whole(const std::string& db, const Generation& generation,
                         const Manifest& manifest, Comparison comparison);

}  // namespace khobao::archive
