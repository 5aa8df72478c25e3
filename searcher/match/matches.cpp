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
  std::optional<BoundsOf<Query>> run(const std::vector<std::string>&) const { return std::nullopt; }
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

// Whether words that stand side by side are told from words that stand anywhere.
enum class Runs : bool { as_words, as_listed };

// Sets as bits.
class BitSets {
 public:
  using Set = TermSets::Set;

  BitSets(TermSets& sets, const filter::FieldFilters* filters, Runs runs)
      : sets_(sets), filters_(filters), runs_(runs) {}

  Set term(const std::string& term) { return sets_.of_term(term); }
  Set filter(archive::FieldId field, const std::string& value) {
    const auto docids = filters_->docids(field, value);
    return docids ? sets_.of_docids(*docids) : everything();
  }
  Set naming(const std::string& name) {
    return filters_ ? sets_.of_query(filters_->naming(name)) : nothing();
  }
  // Of three words and more, what all their pairs allow.
  std::optional<BoundsOf<Set>> run(const std::vector<std::string>& terms) {
    if (runs_ == Runs::as_words) return std::nullopt;
    std::vector<Set> uppers;
    for (size_t i = 1; i < terms.size(); ++i) {
      auto pair = sets_.of_pair(terms[i - 1], terms[i]);
      if (pair && terms.size() == 2) return pair;
      if (pair) uppers.push_back(std::move(pair->upper));
    }
    if (uppers.empty()) return std::nullopt;
    for (const std::string& term : terms) uppers.push_back(sets_.of_term(term));
    return BoundsOf<Set>{nothing(), both(uppers), false};
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
  Runs runs_;
};

BoundsOf<Query> query_bounds(const PlanNode& node, const filter::FieldFilters* filters) {
  QuerySets sets(filters);
  return Bounder(sets, filters != nullptr).of(node);
}

BoundsOf<TermSets::Set> set_bounds(const PlanNode& node, TermSets& sets,
                                   const filter::FieldFilters* filters, Runs runs) {
  BitSets bits(sets, filters, runs);
  return Bounder(bits, filters != nullptr).of(node);
}

// What is excluded stands in the lower bound alone.
bool wide(const BoundsOf<Query>& bounds) {
  return std::max(bounds.upper.get_length(), bounds.lower.get_length()) > kManyWords;
}

// What is read in place of a walk of Xapian's is no more counted as work than that.
class Uncounted {
 public:
  Uncounted(WorkLimit& limit, bool counted) : limit_(limit), left_(limit.left), counted_(counted) {}
  Uncounted(const Uncounted&) = delete;
  Uncounted& operator=(const Uncounted&) = delete;
  ~Uncounted() {
    if (!counted_) limit_.left = left_;
  }

 private:
  WorkLimit& limit_;
  uint64_t left_;
  bool counted_;
};

Matched matched(Docids docids, const archive::LayeredIndex& index) {
  auto found = std::make_shared<const Docids>(std::move(docids));
  return {docid_query(found, index.database()), found};
}

// How many articles Xapian looks at, about: of what has to stand together, those of the rarest.
uint64_t looked_at(const PlanNode& node, TermSets& sets) {
  using NodeType = PlanNode::Type;
  uint64_t sum = 0, least = sets.index().articles();
  switch (node.type) {
    case NodeType::no:
    case NodeType::filter: return least;
    case NodeType::word:
    case NodeType::phrase:
    case NodeType::name:
      for (const query::Form& form : node.forms) {
        uint64_t rarest = sets.index().articles();
        for (const std::string& term : form.terms) rarest = std::min(rarest, sets.holders(term).all);
        sum += rarest;
      }
      return sum;
    case NodeType::any:
      for (const PlanNode& child : node.children) sum += looked_at(child, sets);
      return sum;
    default:
      for (const PlanNode& child : node.children) least = std::min(least, looked_at(child, sets));
      return least;
  }
}

// Whether sets of bits are made sooner than Xapian walks through the words' postings, of which it passes
// over most where one of the words is rare.
bool by_bits(const BoundsOf<Query>& bounds, const PlanNode& node, TermSets& sets) {
  // Instructions, about: to read a posting of ours and one of Xapian's, and of all words' look-ups for an
  // article.
  constexpr uint64_t kOurPosting = 10, kXapiansPosting = 100, kLookUps = 600;
  if (wide(bounds)) return true;
  if (sets.index().gathered() || terms_of(node).empty()) return false;
  uint64_t reading = 0;
  for (const std::string& term : terms_of(node)) {
    const TermSets::Holders holders = sets.holders(term);
    reading += kOurPosting * holders.listed + kXapiansPosting * (holders.all - holders.listed);
  }
  return reading < kLookUps * looked_at(node, sets);
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

Matched match_query(const PlanNode& node, TermSets& sets, WorkLimit& limit, const Query& within,
                    const filter::FieldFilters* filters, const Docids* possible) {
  const archive::LayeredIndex& index = sets.index();
  const BoundsOf<Query> bounds = query_bounds(node, filters);
  if (by_bits(bounds, node, sets)) {
    Docids between;
    DocidSet found = sets.nothing();
    {
      const Uncounted uncounted(limit, wide(bounds));
      const BoundsOf<TermSets::Set> bits = set_bounds(node, sets, filters, Runs::as_listed);
      if (bits.exact) return matched(bits.upper->docids(), index);
      DocidSet unsure = *bits.upper;
      unsure -= *bits.lower;
      if (within.get_type() != Query::LEAF_MATCH_ALL) unsure &= *sets.of_query(within);
      between = unsure.docids();
      found = *bits.lower;
    }
    for (const Xapian::docid docid : verified(node, between, index, limit, filters)) found.add(docid);
    return matched(found.docids(), index);
  }
  if (bounds.exact) return {bounds.upper, nullptr};
  Docids between;
  if (!possible || !bounds.lower.empty()) {
    const Query read(Query::OP_AND_NOT, bounds.upper, bounds.lower);
    between = docids_of(Query(Query::OP_FILTER, read, within), index.database());
    possible = &between;
  }
  Matched read = matched(verified(node, *possible, index, limit, filters), index);
  if (bounds.lower.empty()) return read;
  return {Query(Query::OP_OR, bounds.lower, read.query), nullptr};
}

Query upper_bound(const PlanNode& node, const filter::FieldFilters* filters) {
  return query_bounds(node, filters).upper;
}

Matched possible_matches(const PlanNode& node, TermSets& sets, const filter::FieldFilters* filters) {
  const BoundsOf<Query> bounds = query_bounds(node, filters);
  if (!by_bits(bounds, node, sets)) return {bounds.upper, nullptr};
  const Uncounted uncounted(sets.limit(), wide(bounds));
  return matched(set_bounds(node, sets, filters, Runs::as_words).upper->docids(), sets.index());
}

}  // namespace khobao::match
