#pragma once
/// Ranked articles become hits: their stored text is read and their snippets are made, so many at a
/// time, for a request may ask for a million.
#include <string>
#include <vector>

#include "common/base/result.h"
#include "searcher/index.h"
#include "searcher/rank/rerank.h"
#include "searcher/request.h"
#include "searcher/show/snippet.h"

namespace khobao::show {

class HitMaker {
 public:
  HitMaker() = default;  ///< of no hits

  /// `words`: as SnippetMaker has them. `index` must outlive this object.
  HitMaker(searcher::Index& index, const searcher::SearchRequest& request,
           std::vector<std::vector<query::Form>> words, std::vector<rank::Ranked> ranked);

  /// The next hits, `most` at once. Errors of reading, and damage to the index.
  Result<std::vector<searcher::Hit>> next(size_t most);

  bool done() const { return made_ == ranked_.size(); }

 private:
  const searcher::Index* index_ = nullptr;
  std::vector<SnippetMaker> snippets_;  // one, where hits want it
  bool explain_ = false;
  std::vector<rank::Ranked> ranked_;
  size_t made_ = 0;
};

}  // namespace khobao::show
