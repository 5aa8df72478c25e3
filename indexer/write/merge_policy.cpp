#include "indexer/write/merge_policy.h"

#include <algorithm>
#include <numeric>

namespace khobao::write {
namespace {

uint64_t alive(const LayerSize& layer) { return layer.articles - layer.deleted; }

double dead_share(const LayerSize& layer) {
  return layer.articles == 0
             ? 0
             : static_cast<double>(layer.deleted) / static_cast<double>(layer.articles);
}

// A layer joins a merge where it is at most this many times all smaller ones together.
constexpr uint64_t kStep = 2;

}  // namespace

std::vector<size_t> layers_to_merge(const std::vector<LayerSize>& layers, uint64_t added) {
  std::vector<size_t> anew, others;
  for (size_t i = 0; i < layers.size(); ++i) {
    (dead_share(layers[i]) > kDeadShare ? anew : others).push_back(i);
  }
  const auto written = [&] { return added > 0 || !anew.empty() ? size_t{1} : size_t{0}; };
  if (others.size() + written() > kMaxLayers) {
    std::sort(others.begin(), others.end(),
              [&](size_t a, size_t b) { return alive(layers[a]) < alive(layers[b]); });
    uint64_t smaller = added;
    for (const size_t i : anew) smaller += alive(layers[i]);
    size_t taken = 0;
    while (taken < others.size()) {
      const uint64_t size = alive(layers[others[taken]]);
      const bool too_many = others.size() - taken + 1 > kMaxLayers;
      if (!too_many && size > kStep * smaller) break;
      smaller += size;
      anew.push_back(others[taken++]);
    }
  }
  std::sort(anew.begin(), anew.end());
  return anew;
}

bool may_stay(const LayerSize& layer) { return dead_share(layer) <= kKeptDeadShare; }

}  // namespace khobao::write
