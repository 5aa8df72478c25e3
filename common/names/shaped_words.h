#pragma once
/// A paragraph as the grammar reads it: its words as symbols, with the shape each is printed in and
/// what stands in front of it.
#include <cstdint>
#include <string_view>
#include <vector>

#include "common/names/symbols.h"
#include "common/text/token.h"

namespace khobao::names {

enum class Shape : uint8_t {
  lower,
  capital,  ///< first letter a capital
  upper,    ///< two letters or more, all capitals
  number,
};

/// What stands between a word and the one before it, as a set.
namespace sep {
inline constexpr uint16_t kSpace = 1, kDash = 2, kComma = 4, kAmpersand = 8, kDot = 16, kSlash = 32,
                          kOpen = 64, kClose = 128, kQuote = 256, kOther = 512, kStart = 1024,
                          kNone = 0;
}

struct Word {
  Symbol symbol = kNoSymbol;
  uint32_t roles = 0;  ///< see role:: in lexicon.h
  uint32_t hash = 0;   ///< text::hash_word() of the word as normalised
  uint32_t begin_byte = 0;
  uint32_t end_byte = 0;
  Shape shape = Shape::lower;
  uint16_t before = sep::kStart;
  bool sentence = false;  ///< a sentence begins with it
  bool cited = false;     ///< part of a document number, a date or an address: no name

  bool capital() const { return shape == Shape::capital || shape == Shape::upper; }
  /// Nothing but the given separators in front.
  bool joined(uint16_t allowed) const { return (before & ~allowed) == 0; }
};

struct Paragraph {
  std::string_view text;
  std::vector<Word> words;
  bool shouting = false;  ///< printed in capitals: capitals say nothing about names

  std::string_view surface(const Word& word) const {
    return text.substr(word.begin_byte, word.end_byte - word.begin_byte);
  }
};

/// Fills `out` from a paragraph's tokens; `roles`: by symbol, may be shorter than the symbols.
void read_words(std::string_view text, const std::vector<khobao::text::Token>& tokens,
                const Symbols& symbols, const std::vector<uint32_t>& roles, Paragraph& out);

}  // namespace khobao::names
