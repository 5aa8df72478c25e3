#pragma once
/// Which small words complete the word before them, counted over many articles
/// (data/word_pairs.bin, numbers without text; made by tests/bench/count_words.cpp):
///
///   "Lực lượng Vệ binh Cách mạng"   the name goes on: "cách mạng" is one word
///   "Sở Y tế cho"                   it does not: anything may stand before "cho"
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/recognise/learned/slots.h"

namespace khobao::recognise {

struct WordPair {
  uint32_t first = 0, second = 0;  ///< text::hash_word() of both
  double information = 0;          ///< pointwise mutual information, in bits
  uint32_t times = 0;
};

class WordPairs {
 public:
  /// What the build made of the file.
  WordPairs();
  /// Another file; "" knows no pair.
  explicit WordPairs(std::string_view file);

  /// How surely they belong together: 0 unknown, 1 to 3.
  uint8_t find(uint32_t first, uint32_t second) const {
    const uint32_t key = key_of(first, second);
    for (size_t slot = key >> 2;; ++slot) {
      const uint32_t at = slots_[slot];
      if (at == 0) return 0;
      if ((at | 3) == (key | 3)) return at & 3;
    }
  }
  std::string_view bytes() const { return slots_.bytes(); }

 private:
  friend std::string pack_pairs(std::vector<WordPair> pairs);
  static uint32_t key_of(uint32_t first, uint32_t second) {
    const uint64_t hash = (first * 0x9E3779B97F4A7C15u ^ second) * 0xE7037ED1A0B428DBu;
    return static_cast<uint32_t>(hash >> 32);
  }
  static std::vector<uint32_t> slots_of(std::string_view file);

  Slots<uint32_t> slots_;  ///< at most half full; the low two bits tell how surely
};

/// The file of those that are sure enough.
std::string pack_pairs(std::vector<WordPair> pairs);

}  // namespace khobao::recognise
