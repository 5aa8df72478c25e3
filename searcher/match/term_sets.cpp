#include "searcher/match/term_sets.h"

#include <xapian.h>

namespace khobao::match {
namespace {

constexpr size_t kMaxBytes = size_t{64} << 20;

}  // namespace

TermSets::TermSets(const archive::LayeredIndex& index, WorkLimit& limit)
    : index_(index), limit_(limit), last_(index.database().get_lastdocid()) {}

TermSets::Set TermSets::of_term(const std::string& term) {
  if (const auto found = known_.find(term); found != known_.end()) return found->second;
  auto set = std::make_shared<DocidSet>(last_);
  uint64_t postings = 0;
  for (size_t layer = 0; layer < index_.layers(); ++layer) {
    const Xapian::Database& database = index_.layer_database(layer);
    const auto end = database.postlist_end(term);
    for (auto at = database.postlist_begin(term); at != end; ++at, ++postings)
      set->add(index_.docid_of(layer, *at));
  }
  limit_.spend_postings(postings);
  if (known_bytes_ + set->bytes() <= kMaxBytes) {
    known_bytes_ += set->bytes();
    known_.emplace(term, set);
  }
  return set;
}

TermSets::Set TermSets::of_docids(const std::vector<Xapian::docid>& docids) {
  auto set = std::make_shared<DocidSet>(last_);
  for (const Xapian::docid docid : docids) set->add(docid);
  return set;
}

TermSets::Set TermSets::of_query(const Xapian::Query& query) {
  const Xapian::Database& database = index_.database();
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  auto set = std::make_shared<DocidSet>(last_);
  const Xapian::MSet found = enquire.get_mset(0, database.get_doccount());
  for (auto it = found.begin(); it != found.end(); ++it) set->add(*it);
  limit_.spend_postings(found.size());
  return set;
}

}  // namespace khobao::match
