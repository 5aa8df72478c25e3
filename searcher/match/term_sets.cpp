#include "searcher/match/term_sets.h"

#include <xapian.h>

#include <algorithm>

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
    if (const auto list = index_.listed(layer, term)) {
      list->for_each([&](Xapian::docid docid, unsigned) { set->add(index_.docid_of(layer, docid)); });
      postings += list->holders();
      continue;
    }
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

std::optional<BoundsOf<TermSets::Set>> TermSets::of_pair(const std::string& first,
                                                         const std::string& second) {
  const std::string key = archive::pair_key(first, second);
  auto held = std::make_shared<DocidSet>(last_);
  std::vector<bool> listed(index_.layers());
  for (size_t layer = 0; layer < index_.layers(); ++layer) {
    const auto list = index_.listed(layer, key);
    listed[layer] = list.has_value();
    if (!list) continue;
    list->for_each([&](Xapian::docid docid, unsigned) { held->add(index_.docid_of(layer, docid)); });
    limit_.spend_postings(list->holders());
  }
  if (std::find(listed.begin(), listed.end(), true) == listed.end()) return std::nullopt;
  if (std::find(listed.begin(), listed.end(), false) == listed.end())
    return BoundsOf<Set>{held, held, true};
  DocidSet apart = *of_term(first);
  apart &= *of_term(second);
  auto possible = std::make_shared<DocidSet>(*held);
  for (const Xapian::docid docid : apart.docids()) {
    if (!listed[index_.layer_of(docid)]) possible->add(docid);
  }
  return BoundsOf<Set>{held, possible, false};
}

TermSets::Holders TermSets::holders(const std::string& term) {
  const auto [known, fresh] = holders_.emplace(term, Holders());
  if (fresh) {
    known->second.all = index_.holders(term);
    for (size_t layer = 0; layer < index_.layers(); ++layer) {
      const auto list = index_.listed(layer, term);
      known->second.listed += list ? list->holders() : 0;
    }
  }
  return known->second;
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
