#pragma once
/// Ranked articles become hits: their stored text is read and their snippets are made, so many at a
/// time, for a request may ask for a million.
#include <string>
#include <vector>

#include "common/base/message.h"
#include "common/base/result.h"
#include "searcher/index.h"
#include "searcher/rank/rerank.h"
#include "searcher/request.h"
#include "searcher/show/snippet.h"

namespace khobao::show {

/// A text is searched for its snippet in about 0.2 ms: a second for so many hits. Those after them
/// show the beginning of their text, and the answer says so.
inline constexpr size_t kSearchedSnippets = 5000;

/// What is said of an answer with this many hits; "" where all snippets are searched for.
Message snippets_note(size_t hits);

class HitMaker {
 public:
  HitMaker() = default;  ///< of no hits

  /// `words`: as SnippetMaker has them. `index` must outlive this object.
  HitMaker(searcher::Index& index, const searcher::SearchRequest& request,
           std::vector<std::vector<query::Form>> words, std::vector<rank::Ranked> ranked,
           size_t searched_snippets = kSearchedSnippets);

  /// The next hits, `most` at once. Errors of reading, and damage to the index.
  Result<std::vector<searcher::Hit>> next(size_t most);

  bool done() const { return made_ == ranked_.size(); }

 private:
  const searcher::Index* index_ = nullptr;
  std::vector<SnippetMaker> snippets_;  // one, where hits want it
  bool explain_ = false;
  std::vector<rank::Ranked> ranked_;
  size_t made_ = 0;
  size_t searched_snippets_ = 0;
};

}  // namespace khobao::show
