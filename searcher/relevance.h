#pragma once
/// The relevance order of one request: candidates by BM25, the first of them reranked.
#include <string>
#include <vector>

#include "searcher/index.h"
#include "searcher/match_set.h"
#include "searcher/planned_query.h"
#include "searcher/rerank.h"

namespace khobao::searcher {

/// The hits [offset, offset + limit) of all that hold any of the query; partial ones among them.
/// The first kRerankDepth candidates are reranked together with the best matches, the rest follows
/// by BM25, so that paging goes on without a seam. `explained`: gets the candidates' query, where
/// it is not null.
std::vector<Ranked> relevant_hits(const Index& index, const PlannedQuery& query, MatchSet& matches,
                                  size_t offset, size_t limit, std::string* explained);

/// All matches, the best first; no partial hits.
std::vector<Xapian::docid> relevant_matches(const Index& index, const PlannedQuery& query,
                                            MatchSet& matches);

}  // namespace khobao::searcher
