#include "searcher/match/matches.h"

#include <algorithm>
#include <memory>
#include <vector>

#include "common/archive/schema.h"
#include "searcher/match/docid_source.h"
#include "searcher/match/plan_matcher.h"
#include "searcher/match/stream_matcher.h"

namespace khobao::match {
namespace {

using query::PlanNode;
using Type = PlanNode::Type;
using Xapian::Query;

Query joined(Query::op op, const std::vector<Query>& queries) {
  return {op, queries.begin(), queries.end()};
}

Query all_but(const Query& query) { return {Query::OP_AND_NOT, Query::MatchAll, query}; }

Query all_terms(const query::Form& form, std::string_view prefix) {
  std::vector<Query> terms;
  for (const std::string& term : form.terms) terms.emplace_back(std::string(prefix) + term);
  return joined(Query::OP_AND, terms);
}

class Bounder {
 public:
  explicit Bounder(const filter::FieldFilters* filters) : filters_(filters) {}

  Bounds of(const PlanNode& node) const {
    switch (node.type) {
      case Type::word:
      case Type::phrase: return of_forms(node.forms, "");
      case Type::name: return of_name(node);
      case Type::all: return of_all(node.children);
      case Type::any: return of_any(node.children);
      case Type::filter: {
        const Query query = filters_ ? filters_->query(node.field, node.value) : Query::MatchAll;
        return {query, query, true};
      }
      case Type::no: {
        const Bounds inner = of(node.children.front());
        return {all_but(inner.upper), all_but(inner.lower), inner.exact};
      }
      case Type::scope:
        if (const auto prefix = archive::field(node.field).prefix;
            !prefix.empty() && node.children.front().type == Type::word)
          return of_forms(node.children.front().forms, prefix);
        break;
      case Type::near:
      case Type::same: break;
    }
    return {Query(), within_part(node, ""), false};
  }

 private:
  static Bounds of_forms(const std::vector<query::Form>& forms, std::string_view prefix) {
    std::vector<Query> lower, upper;
    Bounds bounds;
    for (const query::Form& form : forms) {
      upper.push_back(all_terms(form, prefix));
      if (form.terms.size() == 1) lower.push_back(upper.back());
      bounds.exact = bounds.exact && form.terms.size() == 1;
    }
    bounds.upper = joined(Query::OP_OR, upper);
    bounds.lower = bounds.exact ? bounds.upper : joined(Query::OP_OR, lower);
    return bounds;
  }

  // Who names it need not print it in one of these forms.
  Bounds of_name(const PlanNode& node) const {
    Bounds bounds = of_forms(node.forms, "");
    const Query named = filters_ ? filters_->naming(node.value) : Query();
    bounds.upper = Query(Query::OP_OR, bounds.upper, named);
    bounds.lower = bounds.exact ? bounds.upper : Query(Query::OP_OR, bounds.lower, named);
    return bounds;
  }

  // Exclusions as AND_NOT: Xapian need not run through the whole archive for them.
  Bounds of_all(const std::vector<PlanNode>& children) const {
    std::vector<Query> lower, upper, not_in_lower, not_in_upper;
    Bounds bounds;
    for (const PlanNode& child : children) {
      const bool excluded = child.type == Type::no;
      const Bounds b = of(excluded ? child.children.front() : child);
      (excluded ? not_in_upper : lower).push_back(b.lower);
      (excluded ? not_in_lower : upper).push_back(b.upper);
      bounds.exact = bounds.exact && b.exact;
    }
    const auto less = [](const std::vector<Query>& wanted, const std::vector<Query>& excluded) {
      const Query all = wanted.empty() ? Query::MatchAll : joined(Query::OP_AND, wanted);
      return excluded.empty() ? all : Query(Query::OP_AND_NOT, all, joined(Query::OP_OR, excluded));
    };
    bounds.upper = less(upper, not_in_upper);
    bounds.lower = bounds.exact ? bounds.upper : less(lower, not_in_lower);
    return bounds;
  }

  Bounds of_any(const std::vector<PlanNode>& children) const {
    std::vector<Query> lower, upper;
    Bounds bounds;
    for (const PlanNode& child : children) {
      const Bounds b = of(child);
      lower.push_back(b.lower);
      upper.push_back(b.upper);
      bounds.exact = bounds.exact && b.exact;
    }
    bounds.lower = joined(Query::OP_OR, lower);
    bounds.upper = joined(Query::OP_OR, upper);
    return bounds;
  }

  // What an article must hold for some part of it to match. What the part lacks may stand
  // elsewhere, so exclusions say nothing. `prefix`: of the terms of the part.
  Query within_part(const PlanNode& node, std::string_view prefix) const {
    std::vector<Query> children;
    switch (node.type) {
      case Type::no: return Query::MatchAll;
      case Type::filter:
      case Type::name: return of(node).upper;
      case Type::word:
      case Type::phrase: return of_forms(node.forms, prefix).upper;
      case Type::scope:
        return within_part(node.children.front(), archive::field(node.field).prefix);
      default: break;
    }
    for (const PlanNode& child : node.children) children.push_back(within_part(child, prefix));
    if (node.type == Type::any) return joined(Query::OP_OR, children);
    return children.empty() ? Query::MatchAll : joined(Query::OP_AND, children);
  }

  const filter::FieldFilters* filters_;
};

// The articles of `query` whose streams match the plan, as far as the limit lets them be read.
std::vector<Xapian::docid> verified(const PlanNode& node, const Query& query,
                                    const archive::LayeredIndex& index, WorkLimit& limit,
                                    const filter::FieldFilters* filters) {
  const Xapian::Database& database = index.database();
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  const Xapian::MSet possible = enquire.get_mset(0, database.get_doccount());
  std::vector<Xapian::docid> found;
  StreamMatcher article(terms_of(node));
  PlanMatcher plan(node, article, filters);
  archive::ArticleStreams streams(index);
  limit.possible += possible.size();
  for (auto it = possible.begin(); it != possible.end(); ++it) {
    if (limit.spent()) {
      limit.unread += static_cast<size_t>(possible.end() - it);
      break;
    }
    const uint64_t before = plan.work();
    article.read(streams, *it);
    if (plan.matches(*it)) found.push_back(*it);
    limit.spend(article.length(), plan.work() - before);
  }
  return found;
}

}  // namespace

Bounds bounds_of(const PlanNode& node, const filter::FieldFilters* filters) {
  return Bounder(filters).of(node);
}

Query match_query(const PlanNode& node, const archive::LayeredIndex& index, WorkLimit& limit,
                  const Query& within, const filter::FieldFilters* filters) {
  const Bounds bounds = bounds_of(node, filters);
  if (bounds.exact) return bounds.upper;
  const Query between(Query::OP_AND_NOT, bounds.upper, bounds.lower);
  auto found = std::make_shared<const std::vector<Xapian::docid>>(
      verified(node, Query(Query::OP_FILTER, between, within), index, limit, filters));
  return {Query::OP_OR, bounds.lower, docid_query(std::move(found), index.database())};
}

}  // namespace khobao::match
