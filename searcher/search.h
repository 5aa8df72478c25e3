#pragma once
/// Request -> response: parse, plan, find the matches and the candidates, rerank, count, show.
///
///   lúa gạo --from 2023    plan all(lúa, gạo)
///     match       lúa AND gạo, FILTER published 2023..     total, facets, date orders
///     candidates  lúa OR gạo OR titles, same filter        first 500 by BM25, reranked;
///                                                           partial hits marked
#include <string>

#include "common/base/result.h"
#include "searcher/query/plan.h"
#include "searcher/request.h"
#include "searcher/show/hit_maker.h"
#include "searcher/xapian_types.h"

namespace khobao::searcher {

/// So many hits are made before the first is shown. What fails among them is told instead of an
/// answer.
inline constexpr size_t kHitsAtOnce = 1000;

/// Answers a request. Query errors carry a caret; damage to the index is index_corrupt. `rest`:
/// where it is not null, the response has the first kHitsAtOnce hits, and this makes the others.
Result<SearchResponse> search(Index& index, const SearchRequest& request,
                              show::HitMaker* rest = nullptr);

/// Articles most like the one with this id, the article itself left out; a usage error where there
/// is none. Its reposts are left out. The request's filters, limit and offset count, its query does
/// not. Each of the first hits says what it has in common with the article.
Result<SearchResponse> similar(Index& index, const std::string& id, const SearchRequest& request,
                               show::HitMaker* rest = nullptr);

struct AllMatches {
  std::vector<Xapian::docid> docids;
  SearchResponse response;  ///< how the query was read; without hits and counts
};

/// Every match, in the request's order; relevance order is by score over all matches. Takes no
/// limit.
Result<AllMatches> all_matches(const Index& index, const SearchRequest& request);

}  // namespace khobao::searcher
