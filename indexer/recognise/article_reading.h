#pragma once
/// An article as rules read it: its words, the organisations of the grammar, and what the model
/// looks at. The recogniser goes on from here; so does the trainer, which must see the same.
#include <span>
#include <vector>

#include "common/names/mention.h"
#include "common/text/tokenizer.h"
#include "indexer/recognise/grammar/grammar.h"
#include "indexer/recognise/grammar/place_context.h"
#include "indexer/recognise/learned/name_words.h"

namespace khobao::recognise {

/// Kept from article to article for its memory. The gazetteer must outlive it.
class ArticleReading {
 public:
  explicit ArticleReading(const names::Gazetteer& gazetteer, PhraseKinds phrases = PhraseKinds());

  ArticleReading(const ArticleReading&) = delete;
  ArticleReading& operator=(const ArticleReading&) = delete;

  /// Words alone, which is enough for documents. The article must outlive its reading.
  void read_words(const names::ArticleText& article);
  /// For trials: what the model is not told (learned/name_evidence.h).
  void leave_out(unsigned evidence) { words_.leave_out(evidence); }
  /// Then what names are made of.
  void read_names();

  std::span<const names::Paragraph> paragraphs() const { return {paragraphs_.data(), count_}; }
  std::span<const std::vector<text::Token>> tokens() const { return tokens_; }
  const NameWords& words() const { return words_; }
  const Grammar& grammar() const { return grammar_; }
  bool football() const { return football_; }  ///< the article is on football
  Reading& reading() { return reading_; }

 private:
  bool is_football() const;
  bool is_credit(const Found& found) const;

  const names::Gazetteer& gazetteer_;
  Grammar grammar_;
  WordFactsTable facts_;
  PhraseKinds phrases_;
  WordPairs pairs_;
  NameWords words_;
  text::Tokenizer tokenizer_;
  std::vector<std::vector<text::Token>> own_tokens_;  ///< kept for their memory
  std::span<const std::vector<text::Token>> tokens_;  ///< by paragraph, the title's first
  names::WordForms forms_;
  std::vector<names::Paragraph> paragraphs_;
  size_t count_ = 0;  ///< paragraphs in use, the title among them
  bool football_ = false;
  Reading reading_;
};

}  // namespace khobao::recognise
