#pragma once
/// Remembers what normalisation makes of each word, since a text repeats few words many times.
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "common/text/numbers/date_expression.h"
#include "common/text/short_strings.h"

namespace khobao::text {

struct CachedWord {
  std::string surface;
  std::string term;
  DateCue cue = DateCue::none;
  bool abbreviation = false;  ///< takes_full_stop()
  bool scholar = false;       ///< is_scholar()
  bool central = false;       ///< "TƯ", which may stand for trung ương
};

/// A hash table with open addressing. Its memory is bounded: when full it starts again, so that
/// hostile input cannot grow it.
class WordCache {
 public:
  /// Null where the surface is unknown. Valid until the next add().
  const CachedWord* find(std::string_view surface) const;
  /// The surface must be unknown.
  const CachedWord& add(CachedWord word);

 private:
  struct Slot {
    uint32_t hash = 0;
    uint32_t word = 0;  // index + 1, 0 where empty
  };
  void insert(uint32_t hash, uint32_t word);
  void grow();

  std::vector<CachedWord> words_;
  std::vector<Slot> slots_;  // a power of two of them, at most half full
  size_t long_bytes_ = 0;    // of strings that are stored outside their objects
};

/// Multiplies and folds eight bytes at a time; the constant is 2^64 over the golden ratio.
constexpr uint32_t hash_word(std::string_view s) {
  constexpr uint64_t kFactor = 0x9E3779B97F4A7C15;
  const auto load = [&](size_t pos, size_t bytes) {
    uint64_t value = 0;
    if (std::is_constant_evaluated()) {
      for (size_t i = 0; i < bytes; ++i)
        value |= uint64_t{static_cast<unsigned char>(s[pos + i])} << 8 * i;
    } else {
      __builtin_memcpy(&value, s.data() + pos, bytes);
    }
    return value;
  };
  uint64_t hash = s.size();
  const auto mix = [&](uint64_t value) {
    hash = (hash ^ value) * kFactor;
    hash ^= hash >> 32;
  };
  size_t pos = 0;
  for (; pos + 8 <= s.size(); pos += 8) mix(load(pos, 8));
  if (s.size() - pos >= 4) mix(load(pos, 4)), pos += 4;
  for (; pos < s.size(); ++pos) mix(static_cast<unsigned char>(s[pos]));
  return static_cast<uint32_t>(hash * kFactor >> 32);
}

inline const CachedWord* WordCache::find(std::string_view surface) const {
  if (slots_.empty()) return nullptr;
  const uint32_t hash = quick_hash(surface);
  for (size_t at = hash;; ++at) {
    const Slot& slot = slots_[at & (slots_.size() - 1)];
    if (slot.word == 0) return nullptr;
    if (slot.hash == hash && same_word(words_[slot.word - 1].surface, surface))
      return &words_[slot.word - 1];
  }
}

}  // namespace khobao::text
