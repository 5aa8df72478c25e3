#include "searcher/candidates.h"

#include "common/archive/schema.h"

namespace khobao::searcher {
namespace {

// The usual values; b below 0.75 or k1 above 1.5 lose a point of MRR on headline queries.
const Xapian::BM25Weight kWeight(1.2, 0, 1, 0.75, 0.5);

}  // namespace

std::vector<Candidate> find_candidates(const Xapian::Database& database, const Xapian::Query& query,
                                       size_t count) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(kWeight);
  enquire.set_sort_by_relevance_then_value(static_cast<Xapian::valueno>(archive::Slot::order),
                                           false);
  const Xapian::MSet found = enquire.get_mset(0, static_cast<Xapian::doccount>(count));
  std::vector<Candidate> candidates;
  candidates.reserve(found.size());
  for (auto it = found.begin(); it != found.end(); ++it)
    candidates.push_back({*it, it.get_weight()});
  return candidates;
}

}  // namespace khobao::searcher
