#pragma once
/// When layers are written anew.
///
/// Every update adds one layer and marks what it replaced in older ones, so searches read ever more
/// layers and ever more articles that count no longer. An update therefore also writes layers anew,
/// from stored text, together with its own articles:
///
///   - a layer of whose articles more than a fifth are deleted (kDeadShare);
///   - where there would be more than kMaxLayers, the smallest ones, and as many larger ones as are
///     not much larger than all smaller ones together: so sizes stay in steps, as in Lucene's
///     tiered merging, and an article is copied a few times in its life, not every night.
///
///   layers 35,000 · 1,050 · 150 · 150 · 150 · 150 · 150 · 150, and 150 new articles
///   are then 35,000 · 2,100
///
/// Scores count deleted articles until their layer is written anew; nothing else does.
#include <cstddef>
#include <cstdint>
#include <vector>

namespace khobao::indexer {

inline constexpr size_t kMaxLayers = 8;
inline constexpr double kDeadShare = 0.2;

struct LayerSize {
  uint64_t articles = 0;  ///< with deleted ones
  uint64_t deleted = 0;
};

/// The layers to write anew, by place, ascending. `added`: articles that the run writes in any
/// case.
std::vector<size_t> layers_to_rewrite(const std::vector<LayerSize>& layers, uint64_t added);

}  // namespace khobao::indexer
