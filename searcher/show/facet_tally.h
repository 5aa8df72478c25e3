#pragma once
#include <cstdint>
#include <vector>

#include "common/archive/schema.h"

namespace khobao::show {

/// Counts facet ids. An open-addressing table, since counting is most of what a facet costs: a
/// match names four organisations on average, and half the ids are met once.
class FacetTally {
 public:
  void add(archive::FacetId id) {
    if (taken_ * 2 >= slots_.size()) grow();
    Slot& slot = find(id);
    taken_ += slot.count == 0;
    slot.id = id;
    ++slot.count;
  }

  /// Calls `each(id, count)` in no particular order.
  template <class Each>
  void for_each(Each each) const {
    for (const Slot& slot : slots_) {
      if (slot.count > 0) each(slot.id, slot.count);
    }
  }
  size_t size() const { return taken_; }

 private:
  struct Slot {
    archive::FacetId id = 0;
    uint64_t count = 0;
  };

  // Ids are hashes already: their low bits choose the slot.
  Slot& find(archive::FacetId id) {
    for (size_t at = id;; ++at) {
      Slot& slot = slots_[at & (slots_.size() - 1)];
      if (slot.count == 0 || slot.id == id) return slot;
    }
  }
  void grow() {
    std::vector<Slot> old(slots_.empty() ? 1024 : slots_.size() * 2);
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.count > 0) find(slot.id) = slot;
    }
  }

  std::vector<Slot> slots_;  ///< a power of two, at most half full
  size_t taken_ = 0;
};

}  // namespace khobao::show
