#pragma once
/// When layers are merged, and which of them are written again for it.
///
/// Every update adds one layer and marks what it replaced in older ones, so searches read ever more
/// layers and ever more articles that count no longer. An update therefore also merges layers, with
/// its own articles:
///
///   - a layer of whose articles more than a fifth are deleted (kDeadShare);
///   - where there would be more than kMaxLayers, the smallest ones, and as many larger ones as are
///     not much larger than all smaller ones together: so sizes stay in steps, as in Lucene's
///     tiered merging, and an article is copied a few times in its life, not every night.
///
///   layers 35,000 · 1,050 · 150 · 150 · 150 · 150 · 150 · 150, and 150 new articles
///   are then 35,000 · 2,100
///
/// Layers of which less than a tenth is deleted (kKeptDeadShare) are merged as they are, which is a
/// copy of sorted runs; the others are written again from their stored text, without what is
/// deleted.
///
/// Scores count deleted articles until their layer is written again; nothing else does.
#include <cstddef>
#include <cstdint>
#include <vector>

namespace khobao::write {

inline constexpr size_t kMaxLayers = 8;
inline constexpr double kDeadShare = 0.2;
inline constexpr double kKeptDeadShare = 0.1;

struct LayerSize {
  uint64_t articles = 0;  ///< with deleted ones
  uint64_t deleted = 0;
};

/// The layers to merge, by place, ascending. `added`: articles that the run writes in any case.
std::vector<size_t> layers_to_merge(const std::vector<LayerSize>& layers, uint64_t added);

/// True where a layer is merged with what is deleted of it.
bool may_stay(const LayerSize& layer);

}  // namespace khobao::write
