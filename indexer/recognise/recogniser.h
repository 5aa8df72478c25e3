#pragma once
/// Finds the organisations, people and places that an article names and the numbered documents it
/// cites.
///
///   words  ->  the grammar's names, places of the gazetteers  ->  features  ->  tags by the learned
///   model  ->  names of three kinds  ->  canonical names, unified over the article
///
/// Named bodies count, as do those inside posts ("Chủ tịch UBND tỉnh"), but not events, generic
/// plurals, credits.
#include <functional>

#include "common/names/gazetteer.h"
#include "common/names/mention.h"
#include "common/names/name_key.h"
#include "indexer/recognise/article_reading.h"
#include "indexer/recognise/learned/name_tagger.h"

namespace khobao::recognise {

/// One object per thread; the gazetteer may be shared and must outlive it, unchanged.
class Recogniser {
 public:
  explicit Recogniser(const names::Gazetteer& gazetteer);
  /// With other weights than those of the tree.
  Recogniser(const names::Gazetteer& gazetteer, const NameModel& model);

  /// All at once, which costs little more than one kind.
  names::Findings recognise(const names::ArticleText& article);
  /// For trials (tests/bench/training): names found otherwise than by rules and model together, and
  /// what the model is not told (learned/name_evidence.h).
  using FindSpans = std::function<std::vector<NameSpan>(ArticleReading&)>;
  names::Findings recognise_by(const FindSpans& find, const names::ArticleText& article);
  void leave_out(unsigned evidence) { article_.leave_out(evidence); }

  std::vector<names::Organisation> organisations(const names::ArticleText& article);
  std::vector<names::Document> documents(const names::ArticleText& article);
  /// The canonical name of an organisation named by itself, by the grammar alone; `name` where that
  /// does not know it.
  std::string canonical(const std::string& name);

 private:
  std::vector<names::Organisation> find_organisations(const names::ArticleText& article,
                                                      std::span<const NameSpan> spans);
  std::vector<NameSpan> find_spans();
  std::vector<names::Document> find_documents(const names::ArticleText& article) const;

  const names::Gazetteer& gazetteer_;
  ArticleReading article_;
  NameModel model_;
  NameTagger tagger_;
  names::NameKeys keys_;
};

}  // namespace khobao::recognise
