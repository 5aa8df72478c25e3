#include "searcher/rank/candidates.h"

#include <xapian.h>

#include <algorithm>

#include "common/archive/schema.h"
#include "searcher/rank/scores/score_heights.h"

namespace khobao::rank {
namespace {

constexpr size_t kFewMore = 8;

std::vector<Candidate> found(const Xapian::MSet& hits, size_t count) {
  std::vector<Candidate> candidates;
  candidates.reserve(hits.size());
  for (auto it = hits.begin(); it != hits.end() && candidates.size() < count; ++it)
    candidates.push_back({*it, it.get_weight()});
  return candidates;
}

}  // namespace

std::vector<Candidate> best_candidates(const Xapian::Database& database, const Xapian::Query& query,
                                       size_t count) {
  // One more than asked tells whether equal weights lie across the edge; only then is it worth
  // fetching the order of every candidate.
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  const Xapian::MSet hits = enquire.get_mset(0, static_cast<Xapian::doccount>(count + 1));
  const auto edge = static_cast<Xapian::doccount>(count);
  if (count > 0 && hits.size() > edge && hits[edge].get_weight() == hits[edge - 1].get_weight())
    return candidates_in_order(database, query, count);
  return found(hits, count);
}

std::optional<std::vector<Candidate>> best_of_scores(const ArticleScores& scores,
                                                     const std::vector<Xapian::docid>& excluded,
                                                     size_t count) {
  if (count == 0) return std::nullopt;
  const ScoreHeights heights(*scores.by_docid);
  // A quarter more, for those that are excluded.
  const float least = heights.reached_by(count * 5 / 4 + kFewMore);
  std::vector<Candidate> best;
  auto left_out = excluded.begin();
  for (const size_t docid : heights.not_below(least)) {
    const float score = (*scores.by_docid)[docid];
    if (score <= 0) continue;
    left_out = std::lower_bound(left_out, excluded.end(), docid);
    if (left_out != excluded.end() && *left_out == docid) continue;
    best.push_back({static_cast<Xapian::docid>(docid), score});
  }
  if (best.size() <= count || !keep_best(best, count)) return std::nullopt;
  return best;
}

bool keep_best(std::vector<Candidate>& candidates, size_t count) {
  if (candidates.size() <= count) return true;
  const auto heavier = [](const Candidate& a, const Candidate& b) { return a.bm25 > b.bm25; };
  const auto edge = candidates.begin() + static_cast<long>(count);
  std::nth_element(candidates.begin(), edge, candidates.end(), heavier);
  const auto lightest = std::min_element(
      candidates.begin(), edge, [&](const Candidate& a, const Candidate& b) { return heavier(b, a); });
  if (lightest->bm25 == edge->bm25) return false;
  candidates.erase(edge, candidates.end());
  return true;
}

std::vector<Candidate> candidates_in_order(const Xapian::Database& database,
                                           const Xapian::Query& query, size_t count) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_sort_by_relevance_then_value(static_cast<Xapian::valueno>(archive::Slot::order),
                                           false);
  return found(enquire.get_mset(0, static_cast<Xapian::doccount>(count)), count);
}

}  // namespace khobao::rank
