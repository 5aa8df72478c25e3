#pragma once
/// What archives call phrases: of each phrase that the model found as a name in three articles or
/// more, which kind of name it was and how surely (data/phrase_kinds.bin, numbers without text;
/// made by tests/bench/training/train_names.cpp from articles without annotation).
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/recognise/learned/name_tag.h"
#include "indexer/recognise/learned/slots.h"

namespace khobao::recognise {

/// Hash of a phrase word by word; begins with kNoPhrase.
inline constexpr uint64_t kNoPhrase = 1469598103934665603u;
constexpr uint64_t longer_phrase(uint64_t phrase, uint32_t word, bool capital) {
  phrase = (phrase ^ word ^ uint64_t{capital} << 40) * 0x9E3779B97F4A7C15u;
  return phrase ^ phrase >> 29;
}

/// How often a phrase was found as each kind of name.
struct PhraseCount {
  uint64_t phrase = 0;
  uint32_t times[kNameKinds] = {};
};

class PhraseKinds {
 public:
  static constexpr size_t kMaxWords = 6;
  /// What the build made of the file.
  PhraseKinds();
  /// Another file; "" knows no phrase.
  explicit PhraseKinds(std::string_view file);

  /// 1 + 4 * kind + how sure, 0 to 3; 0 where the phrase is unknown.
  uint8_t find(uint64_t phrase) const {
    const auto key = static_cast<uint32_t>(phrase >> 32);
    for (size_t slot = key;; ++slot) {
      const Slot& at = slots_[slot];
      if (at.code == 0 || at.key == key) return static_cast<uint8_t>(at.code);
    }
  }
  std::string_view bytes() const { return slots_.bytes(); }

 private:
  struct Slot {
    uint32_t key = 0;
    uint32_t code = 0;  ///< 0 is empty
  };
  static std::vector<Slot> slots_of(std::string_view file);

  Slots<Slot> slots_;  ///< at most half full
};

std::string pack_phrases(const std::vector<PhraseCount>& counts);

}  // namespace khobao::recognise
