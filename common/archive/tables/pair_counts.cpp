#include "common/archive/tables/pair_counts.h"

#include <algorithm>
#include <queue>
#include <string_view>
#include <utility>

#include "common/archive/streams/varint.h"

namespace khobao::archive {
namespace {

// A part as it is read.
struct PartReader {
  std::string_view rest;
  uint64_t pair = 0, count = 0;

  bool next() {
    uint64_t step = 0;
    if (rest.empty()) return false;
    (void)take_varint(rest, step);
    (void)take_varint(rest, count);
    pair += step;
    return true;
  }
};

}  // namespace

void PairCounter::add(text::WordId first, text::WordId second) {
  if (used_ * 2 >= slots_.size()) {
    if (used_ >= most_) {
      pack();
    } else {
      grow();
    }
  }
  const uint64_t pair = uint64_t{first} << 32 | second;
  Slot& slot = find(pair);
  used_ += slot.count == 0;
  slot.pair = pair;
  ++slot.count;
}

PairCounter::Slot& PairCounter::find(uint64_t pair) {
  size_t at = (pair * 0x9E3779B97F4A7C15u) >> 20;  // multiplicative hashing, the golden ratio
  for (;; ++at) {
    Slot& slot = slots_[at & (slots_.size() - 1)];
    if (slot.count == 0 || slot.pair == pair) return slot;
  }
}

void PairCounter::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  for (const Slot& slot : old) {
    if (slot.count > 0) find(slot.pair) = slot;
  }
}

void PairCounter::pack() {
  std::erase_if(slots_, [](const Slot& slot) { return slot.count == 0; });
  std::sort(slots_.begin(), slots_.end(),
            [](const Slot& a, const Slot& b) { return a.pair < b.pair; });
  std::string& part = packed_.emplace_back();
  uint64_t before = 0;
  for (const Slot& slot : slots_) {
    put_varint(part, slot.pair - before);
    put_varint(part, slot.count);
    before = slot.pair;
  }
  part.shrink_to_fit();
  slots_.assign(kFirstSlots, {});
  used_ = 0;
}

std::vector<std::string> PairCounter::take() {
  if (used_ > 0) pack();
  slots_ = std::vector<Slot>(kFirstSlots);
  return std::exchange(packed_, {});
}

std::vector<WordCounts::Pair> joined_counts(const std::vector<std::string>& parts) {
  std::vector<PartReader> readers;
  for (const std::string& part : parts) {
    PartReader reader{.rest = part};
    if (reader.next()) readers.push_back(reader);
  }
  const auto later = [&](size_t a, size_t b) { return readers[a].pair > readers[b].pair; };
  std::priority_queue<size_t, std::vector<size_t>, decltype(later)> next(later);
  for (size_t i = 0; i < readers.size(); ++i) next.push(i);
  std::vector<WordCounts::Pair> counts;
  while (!next.empty()) {
    const size_t at = next.top();
    next.pop();
    PartReader& reader = readers[at];
    const auto first = static_cast<text::WordId>(reader.pair >> 32);
    const auto second = static_cast<text::WordId>(reader.pair);
    const auto count = static_cast<uint32_t>(reader.count);
    if (!counts.empty() && counts.back().first == first && counts.back().second == second) {
      counts.back().count += count;
    } else {
      counts.push_back({first, second, count});
    }
    if (reader.next()) next.push(at);
  }
  return counts;
}

}  // namespace khobao::archive
