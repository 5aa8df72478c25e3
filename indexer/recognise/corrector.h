#pragma once
/// Applies corrections to articles, and takes them back.
#include <functional>

#include "common/archive/article.h"
#include "indexer/recognise/article_tokens.h"
#include "indexer/recognise/corrections.h"
#include "indexer/recognise/own_names.h"
#include "indexer/recognise/recogniser.h"

namespace khobao::recognise {

/// Not for use by two threads at once; `corrections` and `gazetteer` may be shared and must outlive
/// it.
class Corrector {
 public:
  Corrector(const Corrections& corrections, const names::Gazetteer& gazetteer)
      : corrections_(corrections), recogniser_(gazetteer), own_names_(gazetteer.user_names()) {}

  /// Finishes an article that was just read: title, date, source and author are corrected, then its
  /// names are found, then its organisations, people and places corrected. What was read is kept in
  /// `as_read`. Returns the tokens of the finished article.
  ArticleTokens finish(archive::Article& article);

  /// The same for an article from the index, which may carry corrections of before: what was read
  /// comes back first. An article without old or new corrections is left alone, and no
  /// tokens are made.
  ArticleTokens finish_stored(archive::Article& article);

  /// The same with the names of every article found again, as with other names of the user's own.
  ArticleTokens finish_anew(archive::Article& article);
  /// The same after a change to the article as it was read.
  ArticleTokens finish_changed(archive::Article& article,
                               const std::function<void(archive::Article&)>& change);

 private:
  void correct_organisations(archive::Article& article, const std::vector<std::string>& names);

  const Corrections& corrections_;
  Recogniser recogniser_;
  OwnNames own_names_;
  text::Tokenizer tokenizer_;
};

}  // namespace khobao::recognise
