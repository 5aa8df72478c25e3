#include "searcher/search.h"

#include <chrono>

#include "common/archive/xapian_guard.h"
#include "searcher/date_order.h"
#include "searcher/match/match_set.h"
#include "searcher/planned_query.h"
#include "searcher/rank/relevance.h"
#include "searcher/reading/equivalents/equivalents.h"
#include "searcher/reading/equivalents/query_words.h"
#include "searcher/show/snippet.h"

namespace khobao::searcher {
namespace {

bool by_relevance(const SearchRequest& request, const PlannedQuery& query) {
  return request.sort == Sort::relevance && !query.plan.terms.empty();
}

// The names that filters ask for, and what else they may be written as, as one word.
std::vector<query::Form> forms_of_names(const Index& index, const std::vector<std::string>& named) {
  std::vector<query::Form> forms;
  for (const std::string& name : named) {
    const auto words = reading::words_of(index.tokenizer(), name);
    forms.push_back({words, 1});
    for (const auto& other : reading::find_equivalents(words, index.statistics())) {
      if (other.begin == 0 && other.end == words.size()) forms.push_back({other.words, 1});
    }
  }
  std::erase_if(forms, [](const query::Form& form) { return form.terms.empty(); });
  return forms;
}

// What snippets show: the words, or where there are none, the names that are asked for.
std::vector<std::vector<query::Form>> wanted_words(const Index& index, const PlannedQuery& query) {
  auto words = show::shown_words(query.plan.root);
  if (words.empty() && !query.named.empty()) words.push_back(forms_of_names(index, query.named));
  return words;
}

// The hits go into the response, those behind kHitsAtOnce to `rest` where it is wanted.
Result<void> answer(const Index& index, const SearchRequest& request, const PlannedQuery& query,
                    SearchResponse& response, show::HitMaker* rest) {
  match::MatchSet matches(index, request, query);
  if (request.want_total) matches.count(response);
  std::vector<rank::Ranked> hits;
  if (by_relevance(request, query)) {
    auto found = rank::relevant_hits(index, query, matches, request.offset, request.limit);
    hits = std::move(found.hits);
    if (request.full_only) std::erase_if(hits, [](const rank::Ranked& hit) { return !hit.full; });
    if (request.explain) response.explanation.push_back("candidates  " + found.candidates);
    std::string related;
    for (const std::string& words : found.related) related += (related.empty() ? "" : ", ") + words;
    if (!related.empty()) response.notes.push_back("also looked for: " + related);
  } else {
    for (const Xapian::docid docid : matches.by_date(request.offset, request.limit))
      hits.push_back({.docid = docid, .score = 0, .bm25 = 0, .full = true, .features = {}});
    if (request.want_total && request.sort != Sort::relevance && request.limit > 0) {
      for (std::string& note : date_order_notes(index, request, query, matches, response.total))
        response.notes.push_back(std::move(note));
    }
  }
  if (request.explain)
    response.explanation.push_back("match       " + matches.matches().get_description());
  matches.tell_unread(response);
  show::HitMaker maker(index, request, wanted_words(index, query), std::move(hits));
  auto first = maker.next(rest ? kHitsAtOnce : request.limit);
  if (!first) return first.error();
  response.hits = std::move(*first);
  if (rest) *rest = std::move(maker);
  return {};
}

}  // namespace

Result<SearchResponse> search(const Index& index, const SearchRequest& request,
                              show::HitMaker* rest) {
  const auto start = std::chrono::steady_clock::now();
  auto response = archive::guarded("search", index.folder(), [&]() -> Result<SearchResponse> {
    SearchResponse found;
    const auto query = plan_query(index, request, found);
    if (!query) return query.error();
    if (auto answered = answer(index, request, *query, found, rest); !answered)
      return answered.error();
    return found;
  });
  if (response) {
    response->took_ms =
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
  }
  return response;
}

Result<SearchResponse> similar(const Index& index, const std::string& id,
                               const SearchRequest& request, show::HitMaker* rest) {
  return archive::guarded("search", index.folder(), [&]() -> Result<SearchResponse> {
    SearchResponse found;
    const auto query = plan_similar(index, id, request, found);
    if (!query) return query.error();
    if (auto answered = answer(index, request, *query, found, rest); !answered)
      return answered.error();
    return found;
  });
}

Result<std::vector<Xapian::docid>> all_matches(const Index& index, const SearchRequest& request,
                                               SearchResponse& response) {
  return archive::guarded("search", index.folder(), [&]() -> Result<std::vector<Xapian::docid>> {
    const auto query = plan_query(index, request, response);
    if (!query) return query.error();
    match::MatchSet matches(index, request, *query);
    auto docids = by_relevance(request, *query)
                      ? rank::relevant_matches(index, *query, matches)
                      : matches.by_date(0, index.database().get_doccount());
    matches.tell_unread(response);
    return docids;
  });
}

}  // namespace khobao::searcher
