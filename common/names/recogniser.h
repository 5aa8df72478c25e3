#pragma once
/// Finds the organisations that an article names and the numbered documents it cites. Organisations
/// are unified over the article under their canonical names; GUIDE: named bodies count, as do those
/// inside posts ("Chủ tịch UBND tỉnh"), but not persons, places, events, generic plurals, credits.
#include "common/names/gazetteer.h"
#include "common/names/grammar.h"
#include "common/names/mention.h"
#include "common/text/tokenizer.h"

namespace khobao::names {

/// One object per thread; the gazetteer may be shared and must outlive it, unchanged.
class Recogniser {
 public:
  explicit Recogniser(const Gazetteer& gazetteer);

  /// Both at once, which costs little more than either.
  Findings recognise(const ArticleText& article);
  std::vector<Organisation> organisations(const ArticleText& article);
  std::vector<Document> documents(const ArticleText& article);

 private:
  void read(const ArticleText& article);
  std::vector<Organisation> find_organisations(const ArticleText& article);
  bool is_credit(const Found& found) const;

  const Gazetteer& gazetteer_;
  Grammar grammar_;
  text::Tokenizer tokenizer_;
  std::vector<std::vector<text::Token>> tokens_;  ///< by paragraph, kept for their memory
  std::vector<Paragraph> paragraphs_;
  size_t count_ = 0;  ///< paragraphs in use, the title among them
};

}  // namespace khobao::names
