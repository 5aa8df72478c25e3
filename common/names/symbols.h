#pragma once
/// Words as small numbers, and tries of phrases over them.
#include <cstdint>
#include <span>
#include <string_view>

#include "common/names/image/laid_array.h"

namespace khobao::names {

using Symbol = uint32_t;
inline constexpr Symbol kNoSymbol = 0;

/// The words that occur in any data file. Others have kNoSymbol.
class Symbols {
 public:
  Symbols() : slots_(kEmpty) {}
  Symbol intern(std::string_view word);
  Symbol find(std::string_view word) const;
  /// The same, where the word's text::hash_word() is known.
  Symbol find(std::string_view word, uint32_t hash) const;
  size_t size() const { return words_.size() + 1; }

  /// Writes or reads all of it; see image/image.h.
  template <class Image>
  void exchange(Image& image) {
    image(words_, slots_);
  }

 private:
  struct Slot {
    uint32_t hash = 0;
    Symbol symbol = kNoSymbol;
  };
  static const Slot kEmpty;
  void put(uint32_t hash, Symbol symbol);
  LaidTexts words_;        ///< symbol - 1
  LaidArray<Slot> slots_;  ///< open addressing, a power of two, at most half full
};

/// Phrases with a value each; read word by word from kRoot.
class PhraseTrie {
 public:
  using Node = uint32_t;
  static constexpr Node kRoot = 0;
  static constexpr uint32_t kNoValue = UINT32_MAX;

  PhraseTrie() : edges_(kEmpty), values_(kNoValue) {}
  /// The first value given for a phrase stays, unless `replace`.
  void add(std::span<const Symbol> phrase, uint32_t value, bool replace = false);
  /// The node behind `node`, kRoot where there is none.
  Node child(Node node, Symbol symbol) const {
    const uint64_t key = key_of(node, symbol);
    for (size_t slot = spread(key);; ++slot) {
      const Edge& edge = edges_[slot & (edges_.size() - 1)];
      if (edge.key == key) return edge.node;
      if (edge.key == 0) return kRoot;
    }
  }
  uint32_t value(Node node) const { return values_[node]; }

  /// Writes or reads all of it; see image/image.h.
  template <class Image>
  void exchange(Image& image) {
    image(edges_, values_);
  }

 private:
  struct Edge {
    uint64_t key = 0;  ///< never 0 in use: symbols are not
    Node node = kRoot;
    uint32_t padding = 0;  ///< so that an image has no bytes that nobody set
  };
  static uint64_t key_of(Node node, Symbol symbol) { return uint64_t{node} << 32 | symbol; }
  static size_t spread(uint64_t key) {
    return static_cast<size_t>((key * 0x9E3779B97F4A7C15u) >> 20);
  }
  static const Edge kEmpty;
  void put(const Edge& edge);
  LaidArray<Edge> edges_;  ///< open addressing, a power of two, at most half full
  LaidArray<uint32_t> values_;
};

}  // namespace khobao::names
