#include "searcher/show/hit_maker.h"

#include <algorithm>

#include "common/archive/disk/hash.h"
#include "common/archive/remote/gathered_articles.h"
#include "common/archive/xapian_guard.h"
#include "common/language/say.h"
#include "searcher/reposts/appearance.h"

namespace khobao::show {
namespace {

archive::Article beginning_of(const archive::Article& article) {
  archive::Article beginning;
  if (!article.paragraphs.empty()) beginning.paragraphs = {article.paragraphs.front()};
  return beginning;
}

}  // namespace

Message snippets_note(size_t hits) {
  if (hits <= kSearchedSnippets) return {};
  return say(
      "snippets are looked for in the first {} hits; after these they are the beginnings of the "
      "articles (--offset {} goes on from there)",
      kSearchedSnippets, kSearchedSnippets);
}

HitMaker::HitMaker(searcher::Index& index, const searcher::SearchRequest& request,
                   std::vector<std::vector<query::Form>> words, std::vector<rank::Ranked> ranked,
                   size_t searched_snippets)
    : index_(&index),
      explain_(request.explain && request.sort == searcher::Sort::relevance),
      ranked_(std::move(ranked)),
      searched_snippets_(searched_snippets) {
  if (request.want_snippets)
    snippets_.emplace_back(std::move(words), request.snippet_chars, index.tokenizer());
}

Result<std::vector<searcher::Hit>> HitMaker::next(size_t most) {
  using Hits = Result<std::vector<searcher::Hit>>;
  if (done()) return std::vector<searcher::Hit>();
  return archive::guarded(say("read an article"), index_->folder(), [&]() -> Hits {
    std::vector<searcher::Hit> hits;
    if (archive::GatheredArticles* const gathered = index_->gathered()) {
      std::vector<Xapian::docid> shown;
      for (size_t n = made_; n < ranked_.size() && shown.size() < most; ++n)
        shown.push_back(ranked_[n].docid);
      gathered->fetch_texts(shown);
    }
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
        hit.snippet = made_ < searched_snippets_ ? snippets_.front().make(*article)
                                                 : snippets_.front().make(beginning_of(*article));
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
