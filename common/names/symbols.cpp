#include "common/names/symbols.h"

#include <algorithm>
#include <vector>

#include "common/text/short_strings.h"
#include "common/text/word_cache.h"

namespace khobao::names {
namespace {

constexpr size_t kFewestSlots = 1024, kFewestEdges = 64;

// Twice as many slots, and what was in them, which the caller puts back.
template <class T>
std::vector<T> widened(LaidArray<T>& slots, size_t fewest) {
  std::vector<T> old(slots.begin(), slots.end());
  slots.renew(std::max(2 * old.size(), fewest));
  return old;
}

}  // namespace

constinit const Symbols::Slot Symbols::kEmpty;
constinit const PhraseTrie::Edge PhraseTrie::kEmpty;

void Symbols::put(uint32_t hash, Symbol symbol) {
  size_t slot = hash;
  while (slots_[slot & (slots_.size() - 1)].symbol != kNoSymbol) ++slot;
  slots_.own(slot & (slots_.size() - 1)) = {hash, symbol};
}

Symbol Symbols::intern(std::string_view word) {
  if (const Symbol known = find(word); known != kNoSymbol) return known;
  words_.push_back(word);
  if (words_.size() * 2 > slots_.size()) {
    for (const Slot& slot : widened(slots_, kFewestSlots)) {
      if (slot.symbol != kNoSymbol) put(slot.hash, slot.symbol);
    }
  }
  const auto symbol = static_cast<Symbol>(words_.size());
  put(text::hash_word(word), symbol);
  return symbol;
}

Symbol Symbols::find(std::string_view word) const { return find(word, text::hash_word(word)); }

Symbol Symbols::find(std::string_view word, uint32_t hash) const {
  for (size_t at = hash;; ++at) {
    const Slot& slot = slots_[at & (slots_.size() - 1)];
    if (slot.symbol == kNoSymbol) return kNoSymbol;
    if (slot.hash == hash && text::same_word(words_[slot.symbol - 1], word)) return slot.symbol;
  }
}

void PhraseTrie::put(const Edge& edge) {
  size_t slot = spread(edge.key);
  while (edges_[slot & (edges_.size() - 1)].key != 0) ++slot;
  edges_.own(slot & (edges_.size() - 1)) = edge;
}

void PhraseTrie::add(std::span<const Symbol> phrase, uint32_t value, bool replace) {
  Node node = kRoot;
  for (const Symbol symbol : phrase) {
    if (const Node known = child(node, symbol); known != kRoot) {
      node = known;
      continue;
    }
    if (values_.size() * 2 > edges_.size()) {
      for (const Edge& edge : widened(edges_, kFewestEdges)) {
        if (edge.key != 0) put(edge);
      }
    }
    const uint64_t key = key_of(node, symbol);
    node = static_cast<Node>(values_.size());
    values_.push_back(kNoValue);
    put({.key = key, .node = node});
  }
  if (node != kRoot && (replace || values_[node] == kNoValue)) values_.own(node) = value;
}

}  // namespace khobao::names
