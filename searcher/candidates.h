#pragma once
/// The first stage of relevance ranking: the articles that BM25 over syllables puts first.
#include <xapian.h>

#include <vector>

namespace khobao::searcher {

struct Candidate {
  Xapian::docid docid = 0;
  double bm25 = 0;
};

/// How many candidates are reranked, whatever limit and offset are: 500 hold the wanted article of
/// a headline query in 98 of 100 cases (tests/bench/relevance.sh).
inline constexpr size_t kRerankDepth = 500;

/// So many of the full matches are reranked beside them.
inline constexpr size_t kMatchDepth = 250;

/// At most `count` articles by falling BM25; equal scores by date, then id (Slot::order), so that
/// the edge does not depend on the order of indexing.
std::vector<Candidate> find_candidates(const Xapian::Database& database, const Xapian::Query& query,
                                       size_t count);

}  // namespace khobao::searcher
