#include "searcher/match/matches.h"

#include <algorithm>
#include <memory>
#include <vector>

#include "searcher/match/bounder.h"
#include "searcher/match/docid_source.h"
#include "searcher/match/plan_matcher.h"
#include "searcher/match/quick_matcher.h"
#include "searcher/match/stream_matcher.h"

namespace khobao::match {
namespace {

using query::PlanNode;
using Xapian::Query;
using Docids = std::vector<Xapian::docid>;

// Xapian walks well through the postings of fewer words.
constexpr Xapian::termcount kManyWords = 32;

// Sets as Xapian's queries.
class QuerySets {
 public:
  using Set = Query;

  explicit QuerySets(const filter::FieldFilters* filters) : filters_(filters) {}

  Query term(const std::string& term) const { return Query(term); }
  Query filter(archive::FieldId field, const std::string& value) const {
    return filters_->query(field, value);
  }
  Query naming(const std::string& name) const {
    return filters_ ? filters_->naming(name) : Query();
  }
  Query everything() const { return Query::MatchAll; }
  Query nothing() const { return {}; }
  Query both(const std::vector<Query>& queries) const { return joined(Query::OP_AND, queries); }
  Query either(const std::vector<Query>& queries) const { return joined(Query::OP_OR, queries); }
  Query but(const Query& query, const Query& excluded) const {
    return {Query::OP_AND_NOT, query, excluded};
  }

 private:
  static Query joined(Query::op op, const std::vector<Query>& queries) {
    return {op, queries.begin(), queries.end()};
  }

  const filter::FieldFilters* filters_;
};

// Sets as bits.
class BitSets {
 public:
  using Set = TermSets::Set;

  BitSets(TermSets& sets, const filter::FieldFilters* filters) : sets_(sets), filters_(filters) {}

  Set term(const std::string& term) { return sets_.of_term(term); }
  Set filter(archive::FieldId field, const std::string& value) {
    const auto docids = filters_->docids(field, value);
    return docids ? sets_.of_docids(*docids) : everything();
  }
  Set naming(const std::string& name) {
    return filters_ ? sets_.of_query(filters_->naming(name)) : nothing();
  }
  Set everything() { return sets_.all(); }
  Set nothing() { return std::make_shared<const DocidSet>(sets_.nothing()); }
  Set both(const std::vector<Set>& sets) {
    return joined(sets, [](DocidSet& to, const DocidSet& other) { to &= other; });
  }
  Set either(const std::vector<Set>& sets) {
    return joined(sets, [](DocidSet& to, const DocidSet& other) { to |= other; });
  }
  Set but(const Set& set, const Set& excluded) {
    return joined({set, excluded}, [](DocidSet& to, const DocidSet& other) { to -= other; });
  }

 private:
  template <class Operation>
  static Set joined(const std::vector<Set>& sets, Operation operation) {
    if (sets.size() == 1) return sets.front();
    auto out = std::make_shared<DocidSet>(*sets.front());
    for (size_t i = 1; i < sets.size(); ++i) operation(*out, *sets[i]);
    return out;
  }

  TermSets& sets_;
  const filter::FieldFilters* filters_;
};

BoundsOf<Query> query_bounds(const PlanNode& node, const filter::FieldFilters* filters) {
  QuerySets sets(filters);
  return Bounder(sets, filters != nullptr).of(node);
}

BoundsOf<TermSets::Set> set_bounds(const PlanNode& node, TermSets& sets,
                                   const filter::FieldFilters* filters) {
  BitSets bits(sets, filters);
  return Bounder(bits, filters != nullptr).of(node);
}

// What is excluded stands in the lower bound alone.
bool wide(const BoundsOf<Query>& bounds) {
  return std::max(bounds.upper.get_length(), bounds.lower.get_length()) > kManyWords;
}

Query query_of(const DocidSet& set, const archive::LayeredIndex& index) {
  return docid_query(std::make_shared<const Docids>(set.docids()), index.database());
}

// Those articles whose streams match the plan, as far as the limit lets them be read.
Docids verified(const PlanNode& node, const Docids& possible, const archive::LayeredIndex& index,
                WorkLimit& limit, const filter::FieldFilters* filters) {
  Docids found;
  StreamMatcher article(terms_of(node));
  PlanMatcher plan(node, article, filters);
  auto quick = QuickMatcher::of(node, filters);
  archive::ArticleStreams streams(index);
  limit.possible += possible.size();
  for (auto it = possible.begin(); it != possible.end(); ++it) {
    if (limit.spent()) {
      limit.unread += static_cast<size_t>(possible.end() - it);
      break;
    }
    if (quick) {
      const std::string_view stream = streams.of(*it);
      const QuickMatcher::Answer answer = quick->matches(stream, *it);
      if (answer == QuickMatcher::Answer::damaged) streams.refuse();
      if (answer == QuickMatcher::Answer::yes) found.push_back(*it);
      if (answer != QuickMatcher::Answer::unknown) {
        limit.spend(quick->length(), 1);
        continue;
      }
    }
    const uint64_t before = plan.work();
    article.read(streams, *it);
    if (plan.matches(*it)) found.push_back(*it);
    limit.spend(article.length(), plan.work() - before);
  }
  return found;
}

}  // namespace

Docids docids_of(const Query& query, const Xapian::Database& database) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  const Xapian::MSet found = enquire.get_mset(0, database.get_doccount());
  return {found.begin(), found.end()};
}

Query match_query(const PlanNode& node, TermSets& sets, WorkLimit& limit, const Query& within,
                  const filter::FieldFilters* filters, const Docids* possible) {
  const archive::LayeredIndex& index = sets.index();
  const BoundsOf<Query> bounds = query_bounds(node, filters);
  if (wide(bounds)) {
    const BoundsOf<TermSets::Set> bits = set_bounds(node, sets, filters);
    if (bits.exact) return query_of(*bits.upper, index);
    DocidSet between = *bits.upper;
    between -= *bits.lower;
    between &= *sets.of_query(within);
    DocidSet found = *bits.lower;
    for (const Xapian::docid docid : verified(node, between.docids(), index, limit, filters))
      found.add(docid);
    return query_of(found, index);
  }
  if (bounds.exact) return bounds.upper;
  Docids between;
  if (!possible || !bounds.lower.empty()) {
    const Query read(Query::OP_AND_NOT, bounds.upper, bounds.lower);
    between = docids_of(Query(Query::OP_FILTER, read, within), index.database());
    possible = &between;
  }
  auto found = std::make_shared<const Docids>(verified(node, *possible, index, limit, filters));
  return {Query::OP_OR, bounds.lower, docid_query(std::move(found), index.database())};
}

Query upper_bound(const PlanNode& node, const filter::FieldFilters* filters) {
  return query_bounds(node, filters).upper;
}

Query possible_query(const PlanNode& node, TermSets& sets, const filter::FieldFilters* filters) {
  const BoundsOf<Query> bounds = query_bounds(node, filters);
  if (!wide(bounds)) return bounds.upper;
  return query_of(*set_bounds(node, sets, filters).upper, sets.index());
}

}  // namespace khobao::match
