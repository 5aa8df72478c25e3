#pragma once
/// The relevance order of one request: candidates by BM25, the first of them reranked.
#include <string>
#include <vector>

#include "searcher/index.h"
#include "searcher/match/match_set.h"
#include "searcher/planned_query.h"
#include "searcher/rank/rerank.h"

namespace khobao::rank {

/// Which of the hits are wanted.
struct HitWindow {
  size_t offset = 0, limit = 10;
  bool fold_reposts = false;  ///< one of each group of reposts (searcher/reposts/folding.h)
  bool full_only = false;     ///< no partial ones
};

/// What hits are drawn by beside the scores of their words: the articles that name what the query
/// names, in whatever words.
std::vector<Xapian::Query> naming_queries(const searcher::PlannedQuery& query);

/// Whether other words than the query's are looked for, too.
bool looks_for_others(const searcher::Index& index, const searcher::PlannedQuery& query);

struct RelevantHits {
  std::vector<Ranked> hits;
  std::string candidates;            ///< the query that they were drawn by, for --explain
  std::vector<std::string> related;  ///< words beside the query's that were looked for
  size_t unread = 0;  ///< of the last hits, not read for the work it would be: partial, unless drawn
                      ///< from matches
};

/// The hits [offset, offset + limit) of all that hold any of the query; partial ones among them.
/// The first kRerankDepth candidates are reranked together with the best matches, the rest follows
/// by BM25, so that paging goes on without a seam. Reposts are folded before hits are counted.
RelevantHits relevant_hits(const searcher::Index& index, const searcher::PlannedQuery& query,
                           match::MatchSet& matches, const HitWindow& window);

/// All matches, the best first; no partial hits.
std::vector<Xapian::docid> relevant_matches(const searcher::Index& index,
                                            const searcher::PlannedQuery& query,
                                            match::MatchSet& matches);

}  // namespace khobao::rank
