#pragma once
/// The last step of a run that changed something: a new generation, written whole, then swapped in.
#include <map>
#include <string>
#include <vector>

#include "common/archive/generations/generation.h"
#include "common/archive/generations/layered_index.h"
#include "indexer/change/known_inputs.h"
#include "indexer/commit/statistics_builder.h"

namespace khobao::commit {

struct NextGeneration {
  CountedLayers layers;  ///< each entry's `deleted` is filled in from the marks
  const change::KnownInputs* known = nullptr;
  std::string names, corrections;                 ///< hashes, as in the manifest
  std::map<std::string, std::string> files = {};  ///< of settings, by name
  const LiveArchive* live = nullptr;  ///< whose counts are carried on; null to count all
  unsigned threads = 1;               ///< for counting
};

struct Committed {
  archive::Generation generation;
  archive::Manifest manifest;
  bool counted_all = false;  ///< all words were counted, not only what changed
};

/// Writes `generation`, a new folder, and makes it the live one. Where an error comes back, the one
/// before is live, unless archive::may_be_live() says that this is not known.
Result<Committed> commit_generation(const std::string& db, const archive::Generation& generation,
                                    const NextGeneration& next);

/// A finished layer as a manifest lists it; its files reach the disk.
Result<archive::LayerEntry> layer_entry(const archive::Layer& layer, uint64_t articles);

}  // namespace khobao::commit
