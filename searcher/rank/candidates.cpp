#include "searcher/rank/candidates.h"

#include <xapian.h>

#include "common/archive/schema.h"

namespace khobao::rank {
namespace {

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

std::vector<Candidate> candidates_in_order(const Xapian::Database& database,
                                           const Xapian::Query& query, size_t count) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_sort_by_relevance_then_value(static_cast<Xapian::valueno>(archive::Slot::order),
                                           false);
  return found(enquire.get_mset(0, static_cast<Xapian::doccount>(count)), count);
}

}  // namespace khobao::rank
