#pragma once
/// How often an article holds each of its terms.
#include <bit>
#include <cstdint>
#include <string>
#include <vector>

#include "common/text/short_strings.h"
#include "common/text/token.h"

namespace khobao::text {

/// Kept from article to article for its memory: a hash table with open addressing.
class TermCounts {
 public:
  struct Term {
    const std::string* term = nullptr;  ///< of the first token that has it
    uint32_t times = 0;
  };

  /// Forgets all terms. `most`: tokens that are counted before the next time.
  void begin(size_t most) {
    terms_.clear();
    slots_.assign(std::bit_ceil(2 * most + 1), {});
  }
  /// The tokens must stay where they are until the next begin().
  void add(const std::vector<Token>& tokens) {
    for (const Token& token : tokens) add(token.term);
  }
  /// In the order of their first tokens.
  const std::vector<Term>& terms() const { return terms_; }

 private:
  struct Slot {
    uint32_t hash = 0;
    uint32_t number = 0;  ///< in terms_, + 1; 0 where empty
  };

  void add(const std::string& term) {
    const uint32_t hash = quick_hash(term);
    for (size_t at = hash;; ++at) {
      Slot& slot = slots_[at & (slots_.size() - 1)];
      if (slot.number == 0) {
        terms_.push_back({.term = &term, .times = 1});
        slot = {.hash = hash, .number = static_cast<uint32_t>(terms_.size())};
        return;
      }
      Term& known = terms_[slot.number - 1];
      if (slot.hash != hash || !same_word(*known.term, term)) continue;
      ++known.times;
      return;
    }
  }

  std::vector<Term> terms_;
  std::vector<Slot> slots_;
};

}  // namespace khobao::text
