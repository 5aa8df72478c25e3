#include "common/text/word_cache.h"

#include <functional>
#include <utility>

namespace khobao::text {
namespace {

constexpr size_t kFirstSlots = 1024;
// The words of one archive fit.
constexpr size_t kMaxWords = 200'000;
constexpr size_t kMaxLongBytes = 32 << 20;
constexpr size_t kShortBytes = 15;  // strings up to here need no memory of their own

}  // namespace

void WordCache::insert(uint32_t hash, uint32_t word) {
  size_t at = hash;
  while (slots_[at & (slots_.size() - 1)].word != 0) ++at;
  slots_[at & (slots_.size() - 1)] = {.hash = hash, .word = word};
}

void WordCache::grow() {
  const std::vector<Slot> old = std::exchange(slots_, {});
  slots_.resize(old.empty() ? kFirstSlots : old.size() * 2);
  for (const Slot& slot : old) {
    if (slot.word != 0) insert(slot.hash, slot.word);
  }
}

const CachedWord& WordCache::add(CachedWord word) {
  if (words_.size() >= kMaxWords || long_bytes_ >= kMaxLongBytes) {
    words_.clear();
    slots_.clear();
    long_bytes_ = 0;
  }
  if (words_.size() * 2 >= slots_.size()) grow();
  for (const std::string& s : {std::cref(word.surface), std::cref(word.term)}) {
    if (s.size() > kShortBytes) long_bytes_ += s.size();
  }
  words_.push_back(std::move(word));
  insert(quick_hash(words_.back().surface), static_cast<uint32_t>(words_.size()));
  return words_.back();
}

}  // namespace khobao::text
