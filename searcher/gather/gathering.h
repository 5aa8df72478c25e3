#pragma once
/// What a search of a served archive fetches before it is answered, for it is answered here, by the
/// same rules as of an archive's own files: lists of the articles that may be wanted, best first,
/// from all shards at once; then what each of these articles carries; and a copy of them in memory.
///
///   lúa gạo --from 2023
///     possible     lúa AND gạo, published 2023.. or undated     the first kMostPossible by BM25
///     candidates   lúa OR gạo OR titles, published 2023..       the first kRerankDepth and some more,
///                                                               in one list with those
///
/// Where all possible matches were fetched, the answer is that of the archive itself. Else totals and
/// facets are of those that were, and the number of the others is told.
#include <cstdint>

#include "common/base/result.h"
#include "searcher/index.h"
#include "searcher/planned_query.h"
#include "searcher/query/plan.h"
#include "searcher/request.h"

namespace khobao::gather {

/// Of the articles that may match, so many are fetched: 4 MB, and 0.1 s to read them all.
inline constexpr size_t kMostPossible = 2000;
/// How far pages reach.
inline constexpr size_t kLastHit = 2000;

/// Fetches the `count` best articles that hold any of the plan's words, and some more. Nothing where
/// all articles are here. Throws as GatheredArticles does.
void gather_best(const searcher::Index& index, const query::Plan& plan, size_t count);

/// Fetches what answers the request, and returns how many articles may match beside those that were
/// fetched. A usage error where a page beyond kLastHit is asked for. Throws as GatheredArticles does.
Result<uint64_t> gather_for(const searcher::Index& index, const searcher::SearchRequest& request,
                            const searcher::PlannedQuery& query);

}  // namespace khobao::gather
