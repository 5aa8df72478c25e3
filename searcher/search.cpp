#include "searcher/search.h"

#include <chrono>

#include "common/archive/disk/hash.h"
#include "common/archive/xapian_guard.h"
#include "searcher/match/match_set.h"
#include "searcher/planned_query.h"
#include "searcher/rank/relevance.h"
#include "searcher/show/snippet.h"

namespace khobao::searcher {
namespace {

bool by_relevance(const SearchRequest& request, const PlannedQuery& query) {
  return request.sort == Sort::relevance && !query.plan.terms.empty();
}

Result<void> show(const Index& index, const SearchRequest& request, const PlannedQuery& query,
                  const std::vector<rank::Ranked>& ranked, SearchResponse& response) {
  show::SnippetMaker snippets(show::shown_words(query.plan.root), request.snippet_chars,
                              index.tokenizer());
  for (const rank::Ranked& shown : ranked) {
    auto article = index.article(shown.docid);
    if (!article) return article.error();
    Hit hit;
    hit.score = shown.score;
    hit.full = shown.full;
    hit.content_hash = archive::to_hex(index.value(shown.docid, archive::Slot::content_hash));
    if (request.want_snippets) hit.snippet = snippets.make(*article);
    if (request.explain && request.sort == Sort::relevance) {
      for (size_t f = 0; f < rank::kFeatures.size(); ++f)
        hit.features.emplace_back(rank::kFeatures[f].name, shown.features[f]);
    }
    hit.article = std::move(*article);
    response.hits.push_back(std::move(hit));
  }
  return {};
}

Result<void> answer(const Index& index, const SearchRequest& request, const PlannedQuery& query,
                    SearchResponse& response) {
  match::MatchSet matches(index, request, query);
  if (request.want_total) matches.count(response);
  std::vector<rank::Ranked> hits;
  if (by_relevance(request, query)) {
    std::string candidates;
    hits = rank::relevant_hits(index, query, matches, request.offset, request.limit, &candidates);
    if (request.explain) response.explanation.push_back("candidates  " + candidates);
  } else {
    for (const Xapian::docid docid : matches.by_date(request.offset, request.limit))
      hits.push_back({.docid = docid, .score = 0, .bm25 = 0, .full = true, .features = {}});
  }
  if (request.explain)
    response.explanation.push_back("match       " + matches.matches().get_description());
  return show(index, request, query, hits, response);
}

}  // namespace

Result<SearchResponse> search(const Index& index, const SearchRequest& request) {
  const auto start = std::chrono::steady_clock::now();
  auto response = archive::guarded("search", index.folder(), [&]() -> Result<SearchResponse> {
    SearchResponse found;
    const auto query = plan_query(index, request, found);
    if (!query) return query.error();
    if (auto answered = answer(index, request, *query, found); !answered) return answered.error();
    return found;
  });
  if (response) {
    response->took_ms =
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
  }
  return response;
}

Result<SearchResponse> similar(const Index& index, const std::string& id,
                               const SearchRequest& request) {
  return archive::guarded("search", index.folder(), [&]() -> Result<SearchResponse> {
    SearchResponse found;
    const auto query = plan_similar(index, id, request, found);
    if (!query) return query.error();
    if (auto answered = answer(index, request, *query, found); !answered) return answered.error();
    return found;
  });
}

Result<std::vector<Xapian::docid>> all_matches(const Index& index, const SearchRequest& request) {
  return archive::guarded("search", index.folder(), [&]() -> Result<std::vector<Xapian::docid>> {
    SearchResponse unused;
    const auto query = plan_query(index, request, unused);
    if (!query) return query.error();
    match::MatchSet matches(index, request, *query);
    if (by_relevance(request, *query)) return rank::relevant_matches(index, *query, matches);
    return matches.by_date(0, index.database().get_doccount());
  });
}

}  // namespace khobao::searcher
