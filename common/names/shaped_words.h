#pragma once
/// A paragraph as the grammar reads it: its words as symbols, with the shape each is printed in and
/// what stands in front of it.
#include <cstdint>
#include <span>
#include <string>
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

/// What a word is wherever it stands.
struct WordForm {
  Symbol symbol = kNoSymbol;
  uint32_t roles = 0;  ///< see role:: in lexicon.h
  uint32_t hash = 0;   ///< text::hash_word() of the word as normalised
  Shape shape = Shape::lower;
};

struct Word {
  Symbol symbol = kNoSymbol;
  uint32_t roles = 0;  ///< see WordForm
  uint32_t hash = 0;
  uint32_t form = 0;  ///< its number in WordForms, where these were asked
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

/// Remembers the forms of words as they are printed, since a text repeats few words many times. Not
/// for two threads at once.
class WordForms {
 public:
  /// Both must outlive it, unchanged; `roles`: by symbol, may be shorter than the symbols.
  WordForms(const Symbols& symbols, std::span<const uint32_t> roles);

  /// Call between articles: forgets all forms where there are too many. Numbers hold until then.
  void begin_article();
  /// How often all forms were forgotten.
  uint32_t generation() const { return generation_; }

  /// The number of a token's form. `surface`: the token as printed.
  uint32_t number_of(std::string_view surface, const khobao::text::Token& token);
  const WordForm& form(uint32_t number) const { return known_[number].form; }
  size_t size() const { return known_.size(); }

 private:
  struct Known {
    WordForm form;
    khobao::text::TokenKind kind = khobao::text::TokenKind::word;
    std::string surface, term;
  };
  struct Slot {
    uint32_t hash = 0;
    uint32_t number = 0;  ///< + 1; 0 where empty
  };
  void put(uint32_t hash, uint32_t number);
  uint32_t add(uint32_t hash, std::string_view surface, const khobao::text::Token& token);

  const Symbols& symbols_;
  std::span<const uint32_t> roles_;
  std::vector<Known> known_;
  std::vector<Slot> slots_;  ///< open addressing, a power of two, at most half full
  uint32_t generation_ = 0;
};

/// Fills `out` from a paragraph's tokens.
void read_words(std::string_view text, const std::vector<khobao::text::Token>& tokens,
                WordForms& forms, Paragraph& out);

/// The same of a single text, for which remembering does not pay.
void read_words(std::string_view text, const std::vector<khobao::text::Token>& tokens,
                const Symbols& symbols, std::span<const uint32_t> roles, Paragraph& out);

}  // namespace khobao::names
