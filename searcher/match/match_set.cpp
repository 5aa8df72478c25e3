#include "searcher/match/match_set.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <unordered_set>
#include <utility>

#include "common/archive/schema.h"
#include "common/language/say.h"
#include "searcher/filter/date_query.h"
#include "searcher/filter/kind_filter.h"
#include "searcher/match/docid_source.h"
#include "searcher/match/matches.h"
#include "searcher/show/facets.h"
#include "searcher/show/tables/table_counter.h"

namespace khobao::match {
namespace {

using archive::Slot;
using Xapian::Query;

constexpr unsigned slot(Slot s) { return static_cast<unsigned>(s); }

// Oldest first, undated last, equal dates by id.
class OldestFirst : public Xapian::KeyMaker {
 public:
  std::string operator()(const Xapian::Document& document) const override {
    const std::string order = document.get_value(slot(Slot::order));
    const std::string published = document.get_value(slot(Slot::published));
    std::string key = published.empty() ? "~" : published;
    key.resize(archive::kOrderDateBytes, '0');
    return key + order.substr(std::min(order.size(), archive::kOrderDateBytes));
  }
};

uint64_t count_of(const Xapian::Database& database, const Query& query,
                  const std::vector<Xapian::MatchSpy*>& counters = {}) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  for (Xapian::MatchSpy* counter : counters) enquire.add_matchspy(counter);
  return enquire.get_mset(0, 0, database.get_doccount()).get_matches_estimated();
}

}  // namespace

Query MatchSet::filtered(const Query& query) { return answering(let_through(query)); }

Query MatchSet::let_through(const Query& query) const {
  Query out(Query::OP_FILTER, query, query_.filters);
  if (!request_.dates.open())
    out = Query(Query::OP_FILTER, out, filter::date_query(request_.dates));
  if (request_.undated) out = filter::keep_undated(out);
  return index_.held(
      Query(Query::OP_AND_NOT, filter::keep_kinds(out, request_.kinds), query_.left_out));
}

const std::optional<std::vector<Xapian::docid>>& MatchSet::only_left_out() {
  if (!left_out_) left_out_ = find_left_out();
  return *left_out_;
}

std::optional<std::vector<Xapian::docid>> MatchSet::find_left_out() {
  const bool whole = whole_archive() && query_.left_out.empty() && !request_.undated &&
                     !request_.live_only && request_.kinds == searcher::Kinds::articles;
  if (!whole) return std::nullopt;
  const std::string listings(archive::kListingTerm);
  const Xapian::Database& database = index_.database();
  std::vector<Xapian::docid> docids(database.postlist_begin(listings),
                                    database.postlist_end(listings));
  choose_versions();
  for (const auto& more : {index_.layers().deleted(), other_versions_}) {
    if (!more) continue;
    const auto middle = docids.insert(docids.end(), more->begin(), more->end());
    std::inplace_merge(docids.begin(), middle, docids.end());
  }
  return docids;
}

Query MatchSet::answering(const Query& query) {
  if (request_.live_only)
    return Query(Query::OP_AND_NOT, query, Query(std::string(archive::kKeptTerm)));
  choose_versions();
  if (!other_versions_) return query;
  return Query(Query::OP_AND_NOT, query, docid_query(other_versions_, index_.database()));
}

// Few articles have several texts, and only these are looked at.
void MatchSet::choose_versions() {
  if (std::exchange(versions_chosen_, true) || !index_.versions().superseded()) return;
  const archive::VersionChains& chains = index_.versions();
  auto all = std::make_shared<std::vector<Xapian::docid>>();
  for (size_t n = 0; n < chains.size(); ++n) {
    const auto chain = chains.chain(n);
    all->insert(all->end(), chain.begin(), chain.end());
  }
  std::sort(all->begin(), all->end());
  const auto count = static_cast<Xapian::doccount>(all->size());
  const Query among = docid_query(all, index_.database());
  const Query matching = exact(query_.plan.root, Query(Query::OP_FILTER, within(), among)).query;
  Xapian::Enquire enquire(index_.database());
  enquire.set_query(Query(Query::OP_FILTER, let_through(matching), among));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  const Xapian::MSet found = enquire.get_mset(0, count);
  const std::unordered_set<Xapian::docid> matched(found.begin(), found.end());
  auto others = std::make_shared<std::vector<Xapian::docid>>();
  for (size_t n = 0; n < chains.size(); ++n) {
    const auto chain = chains.chain(n);
    const auto answers = std::find_if(chain.begin(), chain.end(),
                                      [&](Xapian::docid docid) { return matched.contains(docid); });
    for (auto text = chain.begin(); text != chain.end(); ++text) {
      if (text != chain.begin() && text != answers) others->push_back(*text);
    }
  }
  std::sort(others->begin(), others->end());
  other_versions_ = std::move(others);
}

bool MatchSet::whole_archive() const {
  return query_.filters.get_type() == Query::LEAF_MATCH_ALL && request_.dates.open();
}

// Undated articles are counted though no range of dates holds them.
Query MatchSet::within() const {
  if (request_.dates.open()) return query_.filters;
  return Query(Query::OP_FILTER, query_.filters,
               Query(Query::OP_OR, filter::date_query(request_.dates),
                     Query(std::string(archive::kUndatedTerm))));
}

Matched MatchSet::exact(const query::PlanNode& node, const Query& among) {
  return match_query(node, sets_, limit_, among, &query_.fields);
}

const Query& MatchSet::required() {
  if (!required_) required_ = exact(query_.plan.required, within());
  return required_->query;
}

const Query& MatchSet::matches() { return found().query; }

const Matched& MatchSet::found() {
  if (matches_) return *matches_;
  const query::Plan& plan = query_.plan;
  if (plan.required.children.size() == plan.root.children.size()) {
    required();
    matches_ = required_;
  } else if (whole_archive() && plan.required.children.empty()) {
    matches_ = match_query(plan.root, sets_, limit_, Query::MatchAll, &query_.fields,
                           &possible_docids());
  } else {
    matches_ = exact(plan.root, Query(Query::OP_FILTER, within(), required()));
  }
  return *matches_;
}

// The matches that filtered() lets through, where nothing is asked but words and all are known; ascending.
std::optional<std::vector<Xapian::docid>> MatchSet::listed() {
  const auto& left_out = only_left_out();
  if (!left_out || !found().docids) return std::nullopt;
  std::vector<Xapian::docid> docids;
  std::set_difference(found().docids->begin(), found().docids->end(), left_out->begin(),
                      left_out->end(), std::back_inserter(docids));
  return docids;
}

Query MatchSet::possible_matches() {
  if (possible_) return docid_query(possible_, index_.database());
  Matched possible = match::possible_matches(query_.plan.root, sets_, &query_.fields);
  possible_ = std::move(possible.docids);
  return possible.query;
}

const std::vector<Xapian::docid>& MatchSet::possible_docids() {
  if (const Query possible = possible_matches(); !possible_) {
    possible_ = std::make_shared<const std::vector<Xapian::docid>>(
        docids_of(possible, index_.database()));
  }
  return *possible_;
}

Query MatchSet::restrictions() {
  query::PlanNode rest;
  for (const query::PlanNode& child : query_.plan.required.children) {
    if (child.type == query::PlanNode::Type::no || child.type == query::PlanNode::Type::filter)
      rest.children.push_back(child);
  }
  return exact(rest, within()).query;
}

uint64_t MatchSet::total() {
  if (const auto docids = listed()) return docids->size();
  return count_of(index_.database(), filtered(matches()));
}

// From the second of a group on, matches are copies.
uint64_t MatchSet::count_copies(const std::vector<Xapian::docid>& docids) const {
  const auto grouped = index_.reposts().grouped();
  const auto groups = index_.reposts().groups_of_grouped();
  std::unordered_set<archive::GroupNumber> met;
  uint64_t copies = 0;
  size_t at = 0;
  for (const Xapian::docid docid : docids) {
    while (at < grouped.size() && grouped[at] < docid) ++at;
    if (at == grouped.size()) break;
    if (grouped[at] == docid) copies += !met.insert(groups[at]).second;
  }
  return copies;
}

// Runs through the matches that have a repost, which are few; from the second of a group on they
// are copies.
uint64_t MatchSet::count_copies(const std::vector<std::unique_ptr<show::FacetCounter>>& counters) {
  const auto grouped = index_.reposts().grouped();
  if (grouped.empty()) return 0;
  const Xapian::Database& database = index_.database();
  const Query among = docid_query(
      std::make_shared<const std::vector<Xapian::docid>>(grouped.begin(), grouped.end()), database);
  Xapian::Enquire enquire(database);
  enquire.set_query(Query(Query::OP_FILTER, filtered(matches()), among));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  const Xapian::MSet found = enquire.get_mset(0, static_cast<Xapian::doccount>(grouped.size()));
  std::unordered_set<archive::GroupNumber> met;
  uint64_t copies = 0;
  // Not a match spy: of several layers it is told the docids within each.
  for (auto it = found.begin(); it != found.end(); ++it) {
    const archive::GroupNumber group = *index_.reposts().of(*it);
    copies += !met.insert(group).second;
    for (const auto& counter : counters) counter->grouped(it.get_document(), group);
  }
  return copies;
}

MatchCounts MatchSet::count() {
  std::vector<std::unique_ptr<show::FacetCounter>> counters;
  counters.reserve(request_.facets.size());
  for (const archive::FieldId facet : request_.facets)
    counters.push_back(show::facet_counter(facet, request_.date_step, index_.facet_names()));
  std::vector<Xapian::MatchSpy*> spies;
  spies.reserve(counters.size() + 1);
  for (const auto& counter : counters) spies.push_back(counter.get());
  std::optional<show::TableCounter> crossed;
  if (request_.table) spies.push_back(&crossed.emplace(*request_.table, index_.facet_names()));
  const Xapian::Database& database = index_.database();
  MatchCounts counts;
  if (const auto docids = spies.empty() ? listed() : std::nullopt) {
    counts.total = docids->size();
    counts.copies = count_copies(*docids);
  } else {
    counts.total = count_of(database, filtered(matches()), spies);
    counts.copies = count_copies(counters);
  }
  if (crossed) counts.table = crossed->table(request_.facet_limit);
  for (const auto& counter : counters)
    counts.facets.push_back(counter->facet(request_.facet_limit));
  if (request_.dates.open()) {
    if (request_.want_undated)
      counts.undated = count_of(database, filter::keep_undated(filtered(matches())));
    return counts;
  }
  const Query undated =
      answering(index_.held(filter::keep_undated(filter::keep_kinds(matches(), request_.kinds))));
  counts.undated_hidden = count_of(database, Query(Query::OP_FILTER, undated, query_.filters));
  return counts;
}

std::vector<Message> MatchSet::notes() const {
  if (limit_.unread == 0) return {};
  return {
      say_count(limit_.unread,
                "too much to compare: {} of the {} articles that may match was not read and counts as "
                "no match; a narrower query or range of dates reads all",
                "too much to compare: {} of the {} articles that may match were not read and count as "
                "no match; a narrower query or range of dates reads all",
                limit_.possible)};
}

std::vector<Xapian::docid> MatchSet::by_date(size_t offset, size_t limit) {
  Xapian::Enquire enquire(index_.database());
  enquire.set_query(filtered(matches()));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  OldestFirst oldest_first;
  if (request_.sort == searcher::Sort::oldest) {
    enquire.set_sort_by_key(&oldest_first, false);
  } else {
    enquire.set_sort_by_value(slot(Slot::order), false);
  }
  const Xapian::MSet found =
      enquire.get_mset(static_cast<Xapian::doccount>(offset), static_cast<Xapian::doccount>(limit));
  std::vector<Xapian::docid> docids;
  for (auto it = found.begin(); it != found.end(); ++it) docids.push_back(*it);
  return docids;
}

}  // namespace khobao::match
