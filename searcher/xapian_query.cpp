#include "searcher/xapian_query.h"

#include <vector>

#include "common/archive/schema.h"
#include "searcher/phrase_source.h"

namespace khobao::searcher {
namespace {

using query::PlanNode;
using Xapian::Query;

// A title word counts again with half its weight: titles are short, so their BM25 alone is high.
constexpr double kTitleWeight = 0.5;

Query all_of(const PlanNode& node, const Xapian::Database& database) {
  std::vector<Query> wanted, excluded;
  for (const PlanNode& child : node.children) {
    if (child.type == PlanNode::Type::no) {
      excluded.push_back(match_query(child.children.front(), database));
    } else {
      wanted.push_back(match_query(child, database));
    }
  }
  Query query =
      wanted.empty() ? Query::MatchAll : Query(Query::OP_AND, wanted.begin(), wanted.end());
  if (excluded.empty()) return query;
  return Query(Query::OP_AND_NOT, query, Query(Query::OP_OR, excluded.begin(), excluded.end()));
}

}  // namespace

Query match_query(const PlanNode& node, const Xapian::Database& database) {
  switch (node.type) {
    case PlanNode::Type::term: return Query(Query::OP_OR, node.terms.begin(), node.terms.end());
    case PlanNode::Type::phrase:
      return docid_query(std::make_shared<const std::vector<Xapian::docid>>(
          articles_with_phrase(database, node.terms)));
    case PlanNode::Type::all: return all_of(node, database);
    case PlanNode::Type::no:
      return Query(Query::OP_AND_NOT, Query::MatchAll,
                   match_query(node.children.front(), database));
    case PlanNode::Type::any: break;
  }
  std::vector<Query> children;
  for (const PlanNode& child : node.children) children.push_back(match_query(child, database));
  return Query(Query::OP_OR, children.begin(), children.end());
}

Query ranked_query(const query::Plan& plan) {
  // Readings of a word add up, each by its likelihood. Their best alone would be fairer, but OP_MAX
  // under OP_OR crashes in Xapian 1.4.22 (its posting list may be at its end when it is asked for a
  // weight).
  std::vector<Query> words, readings;
  for (size_t i = 0; i < plan.terms.size(); ++i) {
    const std::string& term = plan.terms[i];
    Query reading(Query::OP_OR, Query(term),
                  Query(Query::OP_SCALE_WEIGHT, Query(std::string(archive::kTitlePrefix) + term),
                        kTitleWeight));
    if (plan.roles[i].weight < 1)
      reading = Query(Query::OP_SCALE_WEIGHT, reading, plan.roles[i].weight);
    readings.push_back(std::move(reading));
    if (i + 1 < plan.terms.size() && plan.roles[i + 1].word == plan.roles[i].word) continue;
    words.emplace_back(Query::OP_OR, readings.begin(), readings.end());
    readings.clear();
  }
  return Query(Query::OP_OR, words.begin(), words.end());
}

Query date_query(const DateRange& range) {
  const auto slot = static_cast<Xapian::valueno>(archive::Slot::published);
  // A day's articles may carry a time behind the date, so the end reaches past every
  // "YYYYMMDDhhmm".
  const std::string from = range.from.empty() ? "0" : range.from;
  const std::string to = range.to.empty() ? "9999" : range.to + "~";
  return Query(Query::OP_VALUE_RANGE, slot, from, to);
}

}  // namespace khobao::searcher
