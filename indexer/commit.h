#pragma once
/// The last step of a run that changed something: a new generation, written whole, then swapped in.
#include <string>
#include <vector>

#include "common/archive/generation.h"
#include "common/archive/layered_index.h"
#include "indexer/known_inputs.h"

namespace khobao::indexer {

struct NextGeneration {
  std::vector<archive::LayerEntry> layers;  ///< `deleted` is filled in from the marks
  archive::DeletionMarks marks;             ///< of each layer
  const KnownInputs* known = nullptr;
  std::string names, corrections;    ///< hashes, as in the manifest
  uint64_t changes_since_count = 0;  ///< with those of this run
  std::string statistics;  ///< a statistics file that still holds; "" to count anew in any case
  unsigned threads = 1;    ///< for counting
};

struct Committed {
  archive::Generation generation;
  archive::Manifest manifest;
  bool counted = false;  ///< the statistics were counted anew
};

/// Writes the generation and makes it the live one. Where that fails, nothing is changed.
Result<Committed> commit_generation(const std::string& db, const NextGeneration& next);

/// A finished layer as a manifest lists it; its files reach the disk.
Result<archive::LayerEntry> layer_entry(const archive::Layer& layer, uint64_t articles);

}  // namespace khobao::indexer
