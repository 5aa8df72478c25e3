#include "searcher/reposts/word_changes.h"

#include <algorithm>
#include <cstdint>

namespace khobao::reposts {

std::vector<std::pair<size_t, size_t>> shared_words(const Words& a, const Words& b) {
  const size_t n = std::min(a.size(), kMostWords), m = std::min(b.size(), kMostWords);
  const size_t width = m + 1;
  // most[i * width + j]: the most words that the rests from i and j share.
  std::vector<uint16_t> most((n + 1) * width, 0);
  for (size_t i = n; i-- > 0;) {
    for (size_t j = m; j-- > 0;) {
      most[i * width + j] =
          a[i].term == b[j].term
              ? static_cast<uint16_t>(most[(i + 1) * width + j + 1] + 1)
              : std::max(most[(i + 1) * width + j], most[i * width + j + 1]);
    }
  }
  std::vector<std::pair<size_t, size_t>> shared;
  for (size_t i = 0, j = 0; i < n && j < m;) {
    if (a[i].term == b[j].term) {
      shared.emplace_back(i++, j++);
    } else if (most[(i + 1) * width + j] >= most[i * width + j + 1]) {
      ++i;
    } else {
      ++j;
    }
  }
  return shared;
}

double likeness_of(const Words& a, const Words& b) {
  const size_t all = a.size() + b.size();
  if (all == 0) return 1;
  return 2 * static_cast<double>(shared_words(a, b).size()) / static_cast<double>(all);
}

}  // namespace khobao::reposts
