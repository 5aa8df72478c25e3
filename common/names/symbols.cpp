#include "common/names/symbols.h"

#include "common/text/short_strings.h"
#include "common/text/word_cache.h"

namespace khobao::names {
void Symbols::put(uint32_t hash, Symbol symbol) {
  size_t slot = hash;
  while (slots_[slot & (slots_.size() - 1)].symbol != kNoSymbol) ++slot;
  slots_[slot & (slots_.size() - 1)] = {hash, symbol};
}

Symbol Symbols::intern(std::string_view word) {
  if (const Symbol known = find(word); known != kNoSymbol) return known;
  words_.emplace_back(word);
  if (words_.size() * 2 > slots_.size()) {
    std::vector<Slot> old(slots_.size() * 2);
    old.swap(slots_);
    for (const Slot& slot : old) {
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

void PhraseTrie::add(std::span<const Symbol> phrase, uint32_t value, bool replace) {
  Node node = kRoot;
  for (const Symbol symbol : phrase) {
    if (const Node known = child(node, symbol); known != kRoot) {
      node = known;
      continue;
    }
    if (values_.size() * 2 > edges_.size()) {
      std::vector<Edge> old(edges_.size() * 2);
      old.swap(edges_);
      for (const Edge& edge : old) {
        if (edge.key == 0) continue;
        size_t slot = spread(edge.key);
        while (edges_[slot & (edges_.size() - 1)].key != 0) ++slot;
        edges_[slot & (edges_.size() - 1)] = edge;
      }
    }
    const uint64_t key = key_of(node, symbol);
    node = static_cast<Node>(values_.size());
    values_.push_back(kNoValue);
    size_t slot = spread(key);
    while (edges_[slot & (edges_.size() - 1)].key != 0) ++slot;
    edges_[slot & (edges_.size() - 1)] = {.key = key, .node = node};
  }
  if (node != kRoot && (replace || values_[node] == kNoValue)) values_[node] = value;
}

}  // namespace khobao::names
