#pragma once
/// Finds the organisations that an article names and the numbered documents it cites. Organisations
/// are unified over the article under their canonical names; GUIDE: named bodies count, as do those
/// inside posts ("Chủ tịch UBND tỉnh"), but not persons, places, events, generic plurals, credits.
#include "common/names/gazetteer.h"
#include "common/names/mention.h"
#include "common/text/tokenizer.h"
#include "indexer/recognise/grammar.h"

namespace khobao::recognise {

/// One object per thread; the gazetteer may be shared and must outlive it, unchanged.
class Recogniser {
 public:
  explicit Recogniser(const names::Gazetteer& gazetteer);

  /// Both at once, which costs little more than either.
  names::Findings recognise(const names::ArticleText& article);
  std::vector<names::Organisation> organisations(const names::ArticleText& article);
  std::vector<names::Document> documents(const names::ArticleText& article);

 private:
  void read(const names::ArticleText& article);
  std::vector<names::Organisation> find_organisations(const names::ArticleText& article);
  bool is_credit(const Found& found) const;

  const names::Gazetteer& gazetteer_;
  Grammar grammar_;
  text::Tokenizer tokenizer_;
  std::vector<std::vector<text::Token>> own_tokens_;  ///< kept for their memory
  std::span<const std::vector<text::Token>> tokens_;  ///< by paragraph, the title's first
  std::vector<names::Paragraph> paragraphs_;
  size_t count_ = 0;  ///< paragraphs in use, the title among them
};

}  // namespace khobao::recognise
