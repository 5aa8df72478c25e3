#pragma once
/// An article's words with all that the model looks at: how they are printed, what archives teach
/// of them, what the gazetteers and the grammar make of them, and what the rest of the article
/// says. The trainer and the recogniser both read articles through this file.
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "common/names/gazetteer.h"
#include "common/names/shaped_words.h"
#include "indexer/recognise/grammar/found.h"
#include "indexer/recognise/learned/name_evidence.h"
#include "indexer/recognise/learned/phrase_kinds.h"
#include "indexer/recognise/learned/word_facts.h"
#include "indexer/recognise/learned/word_pairs.h"

namespace khobao::recognise {

/// How a word is printed, as the model tells it apart.
enum class Print : uint8_t {
  small,
  capital,
  upper,
  number,
  first_capital,  ///< a capital where every word has one: at the beginning of a sentence
  mixed,          ///< "iPhone", "VnExpress"
  none,           ///< beyond the paragraph
};

constexpr bool is_capital(Print print) {
  return print == Print::capital || print == Print::upper || print == Print::first_capital ||
         print == Print::mixed;
}

inline constexpr uint8_t kLongRun = 6, kFarCapital = 5;  // words

struct NameWord {
  uint32_t hash = 7;
  Print print = Print::none;
  uint8_t joint = 14;   ///< what stands before it: 0 a blank alone
  uint8_t letters = 3;  ///< 0 a Vietnamese syllable, 1 another word, 2 a number
  uint8_t casing = 0;   ///< WordFacts
  uint8_t grammar = 0;  ///< where in a name of the grammar it stands, and of which sort
  uint8_t place = 0;    ///< likewise of a place of the gazetteers
  uint8_t phrase = 0;   ///< where in a phrase of PhraseKinds it stands, and of which kind
  uint8_t roles = 0;    ///< surname, level, head, post, quantity, country
  uint8_t completes = 0;  ///< WordPairs: how surely it completes the word before it
  uint8_t hint = 0;       ///< WordFacts
  uint16_t ending = 0;    ///< its last letters, where it is no Vietnamese syllable
  bool cited = false;
  bool near = false;        ///< near anything that may be a name; other words cannot be one
  uint16_t word_class = 0;  ///< WordFacts
  uint16_t article = 0;     ///< index + 1 of ArticleWord; 0 where small
  /// Of a capital: how many are joined to it on that side, at most kLongRun. Of another word: how far
  /// the nearest capital or the end of the paragraph is, at most kFarCapital.
  uint8_t left = 0, right = 0;

  bool joined() const { return joint == 0 || joint == 9; }  ///< by a blank or a bare dash
};

/// What an article says of a word that it prints with a capital.
struct ArticleWord {
  uint8_t capitals = 0, smalls = 0;  ///< times, at most 255
  uint8_t titled = 0;                ///< after "ông", "bà", "bác sĩ" …
  uint8_t placed = 0;                ///< after "tại", "tỉnh", "đường" …
  uint8_t longest = 0;               ///< other capitals in the longest run that it stands in
  uint8_t named = 0;                 ///< after a surname in its run
  uint8_t known = 0;                 ///< surest kind of a phrase of PhraseKinds that holds it
};

/// All words of an article; paragraph 0 is the title. Kept from article to article for its memory.
class NameWords {
 public:
  NameWords(const names::Gazetteer& gazetteer, const WordFactsTable& facts,
            const PhraseKinds& phrases, const WordPairs& pairs);

  /// `reading`: what the grammar found in `paragraphs`; `forms`: those of their words.
  void read(std::span<const names::Paragraph> paragraphs, const Reading& reading,
            const names::WordForms& forms);

  /// From now on the words say nothing of this (name_evidence.h).
  void leave_out(unsigned evidence) { left_out_ = evidence; }

  std::span<const NameWord> paragraph(size_t number) const {
    return {words_.data() + begins_[number], begins_[number + 1] - begins_[number]};
  }
  size_t paragraphs() const { return begins_.size() - 1; }
  const ArticleWord& article_word(const NameWord& word) const {
    return article_words_[word.article];
  }

 private:
  void read_print(const names::Paragraph& paragraph, const names::WordForms& forms);
  void read_grammar(const Reading& reading);
  void read_places(const names::Paragraph& paragraph, std::span<NameWord> words) const;
  void read_phrases(std::span<NameWord> words) const;
  void read_article();
  void mark_near(std::span<NameWord> words) const;
  static void measure_runs(std::span<NameWord> words);
  void forget();
  std::span<NameWord> own(size_t number) {
    return {words_.data() + begins_[number], begins_[number + 1] - begins_[number]};
  }

  const names::Lexicon& lexicon_;
  const WordFactsTable& facts_;
  const PhraseKinds& phrases_;
  const WordPairs& pairs_;
  std::vector<NameWord> words_;
  std::vector<size_t> begins_;
  std::vector<ArticleWord> article_words_;
  /// The capital words of the article by hash: open addressing, with a power of two of slots, more than
  /// twice as many as words. Those of earlier articles count as empty.
  struct ArticleSlot {
    uint32_t reading = 0;
    uint32_t hash = 0;
    uint16_t word = 0;  ///< in article_words_
  };
  ArticleSlot& article_slot(uint32_t hash);
  std::vector<ArticleSlot> article_slots_;
  uint32_t readings_ = 0;
  /// What is told of a word as it is printed, wherever it stands.
  struct Told {
    Print print = Print::none;  ///< none: not told yet
    uint8_t letters = 0, casing = 0, roles = 0, hint = 0;
    uint16_t ending = 0, word_class = 0, small_class = 0;
  };
  Told told_of(const names::WordForm& form, std::string_view surface) const;
  std::vector<Told> told_;  ///< by the form's number
  uint32_t told_generation_ = 0;
  unsigned left_out_ = 0;
};

}  // namespace khobao::recognise
