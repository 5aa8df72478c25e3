#include "searcher/gather/gathering.h"

#include <xapian.h>

#include <algorithm>
#include <memory>
#include <vector>

#include "common/archive/remote/gathered_articles.h"
#include "common/archive/schema.h"
#include "common/language/say.h"
#include "searcher/filter/date_query.h"
#include "searcher/filter/kind_filter.h"
#include "searcher/gather/local_copy.h"
#include "searcher/gather/wanted_terms.h"
#include "searcher/match/matches.h"
#include "searcher/match/stream_matcher.h"
#include "searcher/rank/bm25.h"
#include "searcher/rank/candidates.h"
#include "searcher/rank/relevance.h"

namespace khobao::gather {
namespace {

using Order = archive::ServedPublication::Question::Order;
using Xapian::Query;

// Servers add up weights in another order and with more digits than bm25.h, so that articles of
// almost the same weight may change places.
constexpr size_t kMore = 64;
// Texts to which there is a newer one are taken off here.
constexpr size_t kMostSuperseded = 256;
// Of articles that may match, beside which no score counts.
constexpr double kFirst = 1 << 20;
// Where so few articles may match, it may be that none does; then the nearest are told.
constexpr uint64_t kFewPossible = 200;

Query unweighted(const Query& query) { return Query(Query::OP_SCALE_WEIGHT, query, 0); }

// As bm25.h weighs words.
std::shared_ptr<const Xapian::Weight> bm25_weight() {
  return std::make_shared<Xapian::BM25Weight>(rank::kSaturation, 0, 1, rank::kLengthShare, 0);
}

Query holding(const rank::ScoredTerms& scored) {
  return Query(Query::OP_AND, scored.terms.begin(), scored.terms.end());
}

Query weighed(const std::vector<rank::ScoredTerms>& scored) {
  std::vector<Query> weighed;
  weighed.reserve(scored.size());
  for (const rank::ScoredTerms& one : scored)
    weighed.emplace_back(Query::OP_SCALE_WEIGHT, holding(one), one.weight);
  return Query(Query::OP_OR, weighed.begin(), weighed.end());
}

// All that will be asked for is in the copy.
void copy_again(const searcher::Index& index) {
  archive::GatheredArticles& gathered = *index.gathered();
  gathered.set_database(local_copy(gathered, gathered.terms_asked(), index.facet_names()));
}

class Gathering {
 public:
  Gathering(const searcher::Index& index, const searcher::SearchRequest& request,
            const searcher::PlannedQuery& query)
      : gathered_(*index.gathered()),
        index_(index),
        request_(request),
        query_(query),
        more_(kMore + std::min<size_t>(kMostSuperseded, index.manifest().superseded)),
        depth_(rank::kRerankDepth + more_),
        telling_(rank::scored_terms(index.layers(), query.plan, rank::ScoredWords::telling)),
        all_(rank::scored_terms(index.layers(), query.plan, rank::ScoredWords::all)),
        same_words_(telling_.size() == all_.size()) {}

  uint64_t run() {
    note_terms();
    uint64_t beside = 0;
    if (request_.only) {
      gathered_.choose(*request_.only);
    } else {
      beside = gather();
    }
    copy_again(index_);
    return beside + gathered_.served().missing_articles();
  }

 private:
  using Found = std::vector<archive::ServedPublication::Found>;

  void note_terms() {
    auto& terms = gathered_.terms_asked();
    terms.insert(query_.plan.terms.begin(), query_.plan.terms.end());
    for (std::string& word : match::terms_of(query_.plan.root)) terms.insert(std::move(word));
    for (const query::Form& form : query_.plan.equivalents)
      terms.insert(form.terms.begin(), form.terms.end());
    for (const auto& phrase : query_.everyday) terms.insert(phrase.begin(), phrase.end());
    add_terms(query_.filters, terms);
    for (const Query& query : query_.fields.queries()) add_terms(query, terms);
  }

  // What the request's filters let through, as far as a server can tell; `undated`: dates hide no
  // undated articles, which are counted.
  Query let_through(const Query& query, bool undated) const {
    Query out(Query::OP_FILTER, query, query_.filters);
    if (!request_.dates.open()) {
      Query dates = filter::date_query(request_.dates);
      if (undated)
        dates = Query(Query::OP_OR, dates, Query(std::string(archive::kUndatedTerm)));
      out = Query(Query::OP_FILTER, out, dates);
    }
    if (request_.undated) out = filter::keep_undated(out);
    if (request_.live_only)
      out = Query(Query::OP_AND_NOT, out, Query(std::string(archive::kKeptTerm)));
    return filter::keep_kinds(out, request_.kinds);
  }

  Query upper(const query::PlanNode& node) const {
    return match::upper_bound(node, &query_.fields);
  }

  void add(const Found& found) { wanted_.insert(wanted_.end(), found.begin(), found.end()); }

  const Found& best(const Query& query, size_t most) {
    const Found& found = gathered_.list(query, Order::by_weight, most, bm25_weight()).found;
    add(found);
    return found;
  }

  uint64_t gather() {
    const bool words = !query_.plan.terms.empty();
    if (words && request_.sort == searcher::Sort::relevance) {
      gather_ranked();
    } else {
      gather_by_date();
      if (words && possible_ <= kFewPossible) gather_candidates(Query::MatchAll);
    }
    gathered_.choose(wanted_);
    return possible_ - fetched_;
  }

  // One list for both: those that may match come first, and the best candidates behind them.
  void gather_ranked() {
    const Query possible = let_through(upper(query_.plan.root), true);
    const Query first(Query::OP_AND, unweighted(possible),
                      Query((new Xapian::FixedWeightPostingSource(kFirst))->release()));
    const Query within = required();
    const Query both(Query::OP_OR, first, scored_within(telling_, within));
    const size_t most = kMostPossible + depth_;
    const Found& found = gathered_.list(both, Order::by_weight, most, bm25_weight()).found;
    const auto others = std::find_if(found.begin(), found.end(),
                                     [](const auto& one) { return one.weight < kFirst; });
    const bool whole = found.size() < most;
    fetched_ = std::min<size_t>(kMostPossible, static_cast<size_t>(others - found.begin()));
    possible_ = fetched_;
    if (fetched_ == kMostPossible)  // are there more?
      possible_ = std::max<uint64_t>(fetched_, gathered_.count(possible));
    const auto room = std::min<ptrdiff_t>(static_cast<ptrdiff_t>(depth_), found.end() - others);
    wanted_.insert(wanted_.end(), found.begin(),
                   found.begin() + static_cast<ptrdiff_t>(fetched_));
    wanted_.insert(wanted_.end(), others, others + room);
    const bool enough = room == static_cast<ptrdiff_t>(depth_);
    if (!whole && !enough) best(scored_within(telling_, within), depth_);
    if (whole && !enough && !same_words_) best(scored_within(all_, within), depth_);
    gather_more();
  }

  // Those that may match, the first of them.
  void gather_by_date() {
    const Query possible = let_through(upper(query_.plan.root), true);
    const auto answer = request_.sort == searcher::Sort::oldest
                            ? oldest_first(possible)
                            : gathered_.list(possible, Order::value_ascending, kMostPossible);
    add(answer.found);
    fetched_ = answer.found.size();
    possible_ = fetched_ < kMostPossible ? fetched_ : std::max<uint64_t>(answer.most, fetched_);
  }

  // Undated ones come last.
  archive::ServedPublication::Answer oldest_first(const Query& possible) {
    const Query undated{std::string(archive::kUndatedTerm)};
    auto dated = gathered_.list(Query(Query::OP_AND_NOT, possible, undated),
                                Order::value_descending, kMostPossible);
    const auto others = gathered_.list(Query(Query::OP_FILTER, possible, undated),
                                       Order::value_ascending, kMostPossible);
    const size_t room = kMostPossible - dated.found.size();
    dated.found.insert(dated.found.end(), others.found.begin(),
                       others.found.begin() + static_cast<long>(std::min(room, others.found.size())));
    dated.most += others.most;
    return dated;
  }

  // The best of all that hold any of the words.
  void gather_candidates(const Query& within) {
    const bool few = best(scored_within(telling_, within), depth_).size() < depth_;
    // Within a narrow filter all words count.
    if (few && !same_words_) best(scored_within(all_, within), depth_);
  }

  // What comes after the reranked ones, where a page goes so far; where a phrase is required, those
  // that hold its words; and what other words find.
  void gather_more() {
    const size_t last = request_.offset + request_.limit;
    if (last > rank::kRerankDepth / 2) best(scored_within(all_, required()), last + depth_);
    if (!query_.plan.required.children.empty()) {
      const Query nearest = upper(restrictions());
      gather_candidates(nearest);
      if (last > rank::kRerankDepth / 2) best(scored_within(all_, nearest), last + depth_);
    }
    if (rank::looks_for_others(index_, query_)) gather_related();
  }

  Query required() const {
    const query::PlanNode& required = query_.plan.required;
    return required.children.empty() ? Query::MatchAll : upper(required);
  }

  Query scored_within(const std::vector<rank::ScoredTerms>& scored, const Query& within) const {
    std::vector<Query> any{weighed(scored)};
    for (const Query& naming : rank::naming_queries(query_)) any.push_back(unweighted(naming));
    const Query hits(Query::OP_OR, any.begin(), any.end());
    return let_through(Query(Query::OP_FILTER, hits, within), false);
  }

  // What is excluded or filtered by the plan.
  query::PlanNode restrictions() const {
    query::PlanNode rest;
    for (const query::PlanNode& child : query_.plan.required.children) {
      if (child.type == query::PlanNode::Type::no || child.type == query::PlanNode::Type::filter)
        rest.children.push_back(child);
    }
    return rest;
  }

  void gather_related() {
    const auto phrases = rank::scored_phrases(index_.layers(), query_.everyday);
    if (phrases.empty()) return;
    std::vector<Query> holders;
    holders.reserve(phrases.size());
    for (const rank::ScoredTerms& phrase : phrases) holders.push_back(holding(phrase));
    const Query any(Query::OP_OR, holders.begin(), holders.end());
    std::vector<rank::ScoredTerms> scored = telling_;
    scored.insert(scored.end(), phrases.begin(), phrases.end());
    best(scored_within(scored, any), rank::kRelatedDepth + more_);
  }

  archive::GatheredArticles& gathered_;
  const searcher::Index& index_;
  const searcher::SearchRequest& request_;
  const searcher::PlannedQuery& query_;
  size_t more_, depth_;
  std::vector<rank::ScoredTerms> telling_, all_;
  bool same_words_;  // all words of the query are telling
  Found wanted_;
  uint64_t possible_ = 0, fetched_ = 0;
};

}  // namespace

void gather_best(const searcher::Index& index, const query::Plan& plan, size_t count) {
  archive::GatheredArticles* const gathered = index.gathered();
  if (!gathered) return;
  const auto scored = rank::scored_terms(index.layers(), plan, rank::ScoredWords::telling);
  if (scored.empty()) return;
  for (const rank::ScoredTerms& one : scored)
    gathered->terms_asked().insert(one.terms.begin(), one.terms.end());
  const size_t more = kMore + std::min<size_t>(kMostSuperseded, index.manifest().superseded);
  gathered->choose(
      gathered->list(weighed(scored), Order::by_weight, count + more, bm25_weight()).found);
  copy_again(index);
}

Result<uint64_t> gather_for(const searcher::Index& index, const searcher::SearchRequest& request,
                            const searcher::PlannedQuery& query) {
  if (!index.gathered()) return uint64_t{0};
  if (request.limit > 0 && request.offset + request.limit > kLastHit) {
    return Error{ErrorCode::usage,
                 say("of an archive at servers, pages reach to hit {}, not {}", kLastHit,
                     request.offset + request.limit),
                 say("filter by dates, or search a replica: xapian-replicate")};
  }
  return Gathering(index, request, query).run();
}

}  // namespace khobao::gather
