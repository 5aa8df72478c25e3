#include "searcher/show/hit_maker.h"

#include <algorithm>

#include "common/archive/disk/hash.h"
#include "common/archive/xapian_guard.h"
#include "searcher/reposts/appearance.h"

namespace khobao::show {

HitMaker::HitMaker(searcher::Index& index, const searcher::SearchRequest& request,
                   std::vector<std::vector<query::Form>> words, std::vector<rank::Ranked> ranked)
    : index_(&index),
      explain_(request.explain && request.sort == searcher::Sort::relevance),
      ranked_(std::move(ranked)) {
  if (request.want_snippets)
    snippets_.emplace_back(std::move(words), request.snippet_chars, index.tokenizer());
}

Result<std::vector<searcher::Hit>> HitMaker::next(size_t most) {
  using Hits = Result<std::vector<searcher::Hit>>;
  if (done()) return std::vector<searcher::Hit>();
  return archive::guarded("read an article", index_->folder(), [&]() -> Hits {
    std::vector<searcher::Hit> hits;
    for (const size_t end = std::min(ranked_.size(), made_ + std::min(most, ranked_.size()));
         made_ < end; ++made_) {
      const rank::Ranked& shown = ranked_[made_];
      auto article = index_->article(shown.docid);
      if (!article) return article.error();
      searcher::Hit& hit = hits.emplace_back();
      hit.score = shown.score;
      hit.full = shown.full;
      hit.content_hash = archive::to_hex(index_->value(shown.docid, archive::Slot::content_hash));
      if (!snippets_.empty()) {
        hit.snippet = snippets_.front().make(*article);
        hit.reposts = reposts::reposts_of(*index_, shown.docid);
        hit.title_highlights = snippets_.front().highlights(article->display_title);
      }
      if (explain_) {
        for (size_t f = 0; f < rank::kFeatures.size(); ++f)
          hit.features.emplace_back(rank::kFeatures[f].name, shown.features[f]);
      }
      hit.article = std::move(*article);
    }
    return hits;
  });
}

}  // namespace khobao::show
