#pragma once
/// The best articles of a weighed query (bm25.h), for reranking.
#include <cstddef>
#include <optional>
#include <vector>

#include "searcher/rank/scores/score_source.h"
#include "searcher/xapian_types.h"

namespace khobao::rank {

struct Candidate {
  Xapian::docid docid = 0;
  double bm25 = 0;  ///< 0 where only a filter matched
};

/// How many candidates are reranked, whatever limit and offset are: 500 hold the wanted article of
/// a headline query in 98 of 100 cases (tests/bench/relevance.sh).
inline constexpr size_t kRerankDepth = 500;

/// So many of the full matches are reranked beside them.
inline constexpr size_t kMatchDepth = 250;

/// So many more are that other words find.
inline constexpr size_t kRelatedDepth = 40;

/// The `count` heaviest articles of a query of which score_query() alone has weight, in no
/// particular order. Equal weights at the edge are told by date, then id, so that it does not
/// depend on the order of indexing.
std::vector<Candidate> best_candidates(const Xapian::Database& database, const Xapian::Query& query,
                                       size_t count);

/// Leaves the `count` heaviest of the candidates, in no particular order; false where date and id must
/// tell.
bool keep_best(std::vector<Candidate>& candidates, size_t count);

/// The same of all articles but some, by their scores, without asking Xapian, which takes a tenth of a
/// search for it. `excluded`: ascending. nullopt where fewer have a score, or where date and id must tell.
std::optional<std::vector<Candidate>> best_of_scores(const ArticleScores& scores,
                                                     const std::vector<Xapian::docid>& excluded,
                                                     size_t count);

/// The same as best_candidates(), by falling weight, then by date, then id (Slot::order).
std::vector<Candidate> candidates_in_order(const Xapian::Database& database,
                                           const Xapian::Query& query, size_t count);

}  // namespace khobao::rank
