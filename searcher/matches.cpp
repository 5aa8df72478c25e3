#include "searcher/matches.h"

#include <algorithm>
#include <memory>
#include <vector>

#include "common/archive/schema.h"
#include "searcher/docid_source.h"
#include "searcher/plan_matcher.h"
#include "searcher/stream_matcher.h"

namespace khobao::searcher {
namespace {

using query::PlanNode;
using Type = PlanNode::Type;
using Xapian::Query;

Query joined(Query::op op, const std::vector<Query>& queries) {
  return {op, queries.begin(), queries.end()};
}

Query all_but(const Query& query) { return {Query::OP_AND_NOT, Query::MatchAll, query}; }

Bounds bounds_of_forms(const std::vector<query::Form>& forms) {
  std::vector<Query> lower, upper;
  Bounds bounds;
  for (const query::Form& form : forms) {
    upper.emplace_back(Query::OP_AND, form.terms.begin(), form.terms.end());
    if (form.terms.size() == 1) lower.push_back(upper.back());
    bounds.exact = bounds.exact && form.terms.size() == 1;
  }
  bounds.upper = joined(Query::OP_OR, upper);
  bounds.lower = bounds.exact ? bounds.upper : joined(Query::OP_OR, lower);
  return bounds;
}

// Exclusions as AND_NOT: Xapian need not run through the whole archive for them.
Bounds bounds_of_all(const std::vector<PlanNode>& children) {
  std::vector<Query> lower, upper, lower_excluded, upper_excluded;
  Bounds bounds;
  for (const PlanNode& child : children) {
    const bool excluded = child.type == Type::no;
    const Bounds b = bounds_of(excluded ? child.children.front() : child);
    (excluded ? upper_excluded : lower).push_back(b.lower);
    (excluded ? lower_excluded : upper).push_back(b.upper);
    bounds.exact = bounds.exact && b.exact;
  }
  const auto less = [](const std::vector<Query>& wanted, const std::vector<Query>& excluded) {
    const Query all = wanted.empty() ? Query::MatchAll : joined(Query::OP_AND, wanted);
    return excluded.empty() ? all : Query(Query::OP_AND_NOT, all, joined(Query::OP_OR, excluded));
  };
  bounds.upper = less(upper, upper_excluded);
  bounds.lower = bounds.exact ? bounds.upper : less(lower, lower_excluded);
  return bounds;
}

// The articles of `query` whose streams match the plan.
std::vector<Xapian::docid> verified(const PlanNode& node, const Query& query,
                                    const Xapian::Database& database) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  const Xapian::MSet possible = enquire.get_mset(0, database.get_doccount());
  std::vector<Xapian::docid> found;
  StreamMatcher article(terms_of(node));
  const PlanMatcher plan(node, article);
  const auto slot = static_cast<Xapian::valueno>(archive::Slot::stream);
  Xapian::ValueIterator streams = database.valuestream_begin(slot);
  const Xapian::ValueIterator end = database.valuestream_end(slot);
  for (auto it = possible.begin(); it != possible.end() && streams != end; ++it) {
    streams.skip_to(*it);
    if (streams == end) break;
    if (streams.get_docid() == *it && article.read(*streams) && plan.matches())
      found.push_back(*it);
  }
  return found;
}

}  // namespace

Bounds bounds_of(const PlanNode& node) {
  switch (node.type) {
    case Type::word:
    case Type::phrase: return bounds_of_forms(node.forms);
    case Type::all: return bounds_of_all(node.children);
    case Type::no: {
      const Bounds inner = bounds_of(node.children.front());
      return {all_but(inner.upper), all_but(inner.lower), inner.exact};
    }
    case Type::any: break;
  }
  std::vector<Query> lower, upper;
  Bounds bounds;
  for (const PlanNode& child : node.children) {
    const Bounds b = bounds_of(child);
    lower.push_back(b.lower);
    upper.push_back(b.upper);
    bounds.exact = bounds.exact && b.exact;
  }
  bounds.lower = joined(Query::OP_OR, lower);
  bounds.upper = joined(Query::OP_OR, upper);
  return bounds;
}

Query match_query(const PlanNode& node, const Xapian::Database& database, const Query& within) {
  const Bounds bounds = bounds_of(node);
  if (bounds.exact) return bounds.upper;
  const Query between(Query::OP_AND_NOT, bounds.upper, bounds.lower);
  auto found = std::make_shared<const std::vector<Xapian::docid>>(
      verified(node, Query(Query::OP_FILTER, between, within), database));
  return {Query::OP_OR, bounds.lower, docid_query(std::move(found), database)};
}

}  // namespace khobao::searcher
