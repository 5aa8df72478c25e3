#include "common/archive/reposts/grouping.h"

#include <algorithm>
#include <numeric>

namespace khobao::archive {
namespace {

// Entries of the table of runs that is sorted at once: 32 MB.
constexpr uint64_t kTableEntries = uint64_t{1} << 22;

/// Sets that grow together (union-find with halved paths).
class Sets {
 public:
  explicit Sets(uint32_t count) : above_(count) {
    std::iota(above_.begin(), above_.end(), uint32_t{0});
  }

  uint32_t find(uint32_t x) {
    while (above_[x] != x) x = above_[x] = above_[above_[x]];
    return x;
  }
  void join(uint32_t a, uint32_t b) {
    a = find(a);
    b = find(b);
    above_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<uint32_t> above_;
};

}  // namespace

std::vector<std::vector<uint32_t>> group_reposts(
    uint32_t count, const std::function<Fingerprint(uint32_t)>& fingerprint) {
  uint64_t entries = 0;
  for (uint32_t i = 0; i < count; ++i) entries += fingerprint(i).runs.size();
  const uint64_t parts = entries / kTableEntries + 1;
  Sets sets(count);
  std::vector<uint64_t> table;  // run << 32 | article
  for (uint64_t part = 0; part < parts; ++part) {
    table.clear();
    for (uint32_t i = 0; i < count; ++i) {
      for (const uint32_t run : fingerprint(i).runs) {
        if (run % parts == part) table.push_back(uint64_t{run} << 32 | i);
      }
    }
    std::sort(table.begin(), table.end());
    for (size_t at = 0; at < table.size(); ++at) {
      const auto first = static_cast<uint32_t>(table[at]);
      const size_t last = std::min(table.size() - 1, at + kCompared);
      for (size_t next = at + 1; next <= last && table[next] >> 32 == table[at] >> 32; ++next) {
        const auto second = static_cast<uint32_t>(table[next]);
        if (sets.find(first) == sets.find(second)) continue;
        if (is_repost(likeness(fingerprint(first), fingerprint(second))))
          sets.join(first, second);
      }
    }
  }
  std::vector<uint32_t> place(count, UINT32_MAX);  // of a set among the groups
  std::vector<uint32_t> sizes(count, 0);
  for (uint32_t i = 0; i < count; ++i) ++sizes[sets.find(i)];
  std::vector<std::vector<uint32_t>> groups;
  for (uint32_t i = 0; i < count; ++i) {
    const uint32_t set = sets.find(i);
    if (sizes[set] < 2) continue;
    if (place[set] == UINT32_MAX) {
      place[set] = static_cast<uint32_t>(groups.size());
      groups.emplace_back();
    }
    groups[place[set]].push_back(i);
  }
  return groups;
}

}  // namespace khobao::archive
