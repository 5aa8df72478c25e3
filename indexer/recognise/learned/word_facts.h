#pragma once
/// What archives teach of single words, counted over many articles (data/word_facts.tsv): how often
/// a word is printed small, and which words it keeps company with.
///
///   "nguyễn"   nearly always with a capital; beside words like "trần", "phạm"
///   "sông"     small as a rule; with a capital beside words like "hồ", "biển"
///
/// Words that stand beside the same neighbours have the same class number, found by clustering
/// (tests/bench/count_words.cpp). A class has no name and no order.
#include <cstdint>
#include <string_view>

#include "indexer/recognise/learned/slots.h"

namespace khobao::recognise {

struct WordFacts {
  uint32_t hash = 0;           ///< text::hash_word() of the normalised word
  uint8_t casing = 0;          ///< 0 unknown, 1 always small … 7 always a capital, 8 all capitals
  bool foreign = false;        ///< no Vietnamese syllable
  uint8_t hint = 0;            ///< which kind of name it stands in (data/name_hints.tsv); 0 unknown
  uint8_t padding = 0;
  uint16_t small_class = 0;    ///< printed small, or at a sentence's start; 0 where too rare
  uint16_t capital_class = 0;  ///< printed with a capital inside a sentence
};

class WordFactsTable {
 public:
  /// What the build made of the files.
  WordFactsTable();
  /// Reads the files themselves: for the build and tests.
  WordFactsTable(std::string_view facts, std::string_view hints);
  /// A word's facts; all zero where it is unknown. Two words of one hash share their facts.
  const WordFacts& find(uint32_t hash) const {
    for (size_t slot = hash;; ++slot) {
      const WordFacts& facts = slots_[slot];
      if (facts.hash == hash || facts.hash == 0) return facts;
    }
  }

  std::string_view bytes() const { return slots_.bytes(); }

 private:
  Slots<WordFacts> slots_;  ///< at most half full; hash 0 is empty
};

}  // namespace khobao::recognise
