#include "searcher/rank/relevance.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <unordered_set>

#include "searcher/rank/bm25.h"
#include "searcher/rank/candidates.h"
#include "searcher/rank/feedback.h"
#include "searcher/rank/hit_neighbours.h"
#include "searcher/reposts/folding.h"

namespace khobao::rank {
namespace {

using Xapian::Query;

// Longer queries are pasted headlines: they hold the words of the article as printed.
constexpr size_t kMostTermsToWiden = 10;

Query unweighted(const Query& query) { return Query(Query::OP_SCALE_WEIGHT, query, 0); }

// True where every match holds one of the words that candidates are found by.
bool holds_a_word(const query::PlanNode& node) {
  using Type = query::PlanNode::Type;
  switch (node.type) {
    case Type::word:
    case Type::name:  // those that print it otherwise are added (hits_query())
    case Type::phrase: return true;
    case Type::filter: return false;
    case Type::no: {
      const query::PlanNode& inner = node.children.front();
      return inner.type == Type::no && holds_a_word(inner.children.front());
    }
    case Type::any: return std::all_of(node.children.begin(), node.children.end(), holds_a_word);
    default: return std::any_of(node.children.begin(), node.children.end(), holds_a_word);
  }
}

// The articles that name what the query names, in whatever words.
void add_naming(const query::PlanNode& node, const filter::FieldFilters& fields,
                std::vector<Query>& found) {
  if (node.type == query::PlanNode::Type::no) return;
  if (node.type == query::PlanNode::Type::name) found.push_back(fields.naming(node.value));
  for (const query::PlanNode& child : node.children) add_naming(child, fields, found);
}

Query candidates_query(const searcher::PlannedQuery& query, match::MatchSet& matches,
                       const Query& ranked) {
  // Such as "a OR NOT b", "a OR date:2020": some matches hold no word of the query.
  if (!holds_a_word(query.plan.root))
    return Query(Query::OP_OR, ranked, unweighted(matches.filtered(matches.matches())));
  if (query.plan.required.children.empty()) return ranked;
  return Query(Query::OP_FILTER, ranked, matches.required());
}

// Adds the best of what the query finds.
void add_best(const Xapian::Database& database, const Query& query, size_t depth,
              std::vector<Candidate>& pool) {
  std::unordered_set<Xapian::docid> known;
  for (const Candidate& candidate : pool) known.insert(candidate.docid);
  for (const Candidate& found : best_candidates(database, query, depth)) {
    if (known.insert(found.docid).second) pool.push_back(found);
  }
}

// What is reranked, which depends on neither offset nor limit, and what it was drawn from.
struct Pool {
  std::vector<Candidate> candidates;
  Query hits;
  bool nearest = false;  // what stands after those that hold all that is required
};

// What all hits are drawn from.
Query hits_query(const searcher::PlannedQuery& query, match::MatchSet& matches, bool nearest,
                 const Query& scored) {
  Query ranked = matches.filtered(scored);
  const std::vector<Query> naming = naming_queries(query);
  if (!naming.empty()) {
    // Those that print one of the words are found by it.
    const Query any(Query::OP_OR, naming.begin(), naming.end());
    const Query words(Query::OP_OR, query.plan.terms.begin(), query.plan.terms.end());
    const Query otherwise(Query::OP_AND_NOT, any, words);
    ranked = Query(Query::OP_OR, ranked, unweighted(matches.filtered(otherwise)));
  }
  if (nearest) return {Query::OP_FILTER, ranked, matches.restrictions()};
  return candidates_query(query, matches, ranked);
}

// Adds the best matches that are not left out; false where scores alone do not tell which. Those without
// a score may be hits for what they name.
bool add_best_matches(const std::vector<Xapian::docid>& possible,
                      const std::vector<Xapian::docid>& left_out, const ArticleScores& scores,
                      std::vector<Candidate>& pool) {
  std::vector<Candidate> best;
  auto passed = left_out.begin();  // both ascend
  for (const Xapian::docid docid : possible) {
    const float score = (*scores.by_docid)[docid];
    while (passed != left_out.end() && *passed < docid) ++passed;
    if (passed != left_out.end() && *passed == docid) continue;
    if (score <= 0) return false;
    best.push_back({docid, score});
  }
  if (!keep_best(best, kMatchDepth)) return false;
  std::unordered_set<Xapian::docid> known;
  for (const Candidate& candidate : pool) known.insert(candidate.docid);
  for (const Candidate& found : best) {
    if (!known.contains(found.docid)) pool.push_back(found);
  }
  return true;
}

Pool find_pool(const searcher::Index& index, const searcher::PlannedQuery& query,
               match::MatchSet& matches, bool nearest) {
  const Xapian::Database& database = index.database();
  Pool pool;
  pool.nearest = nearest;
  const auto draw = [&](const Query& scored) {
    pool.hits = hits_query(query, matches, pool.nearest, scored);
    pool.candidates = best_candidates(database, pool.hits, kRerankDepth);
    return pool.candidates.size() == kRerankDepth;
  };
  const ArticleScores telling = bm25_scores(index, query.plan, ScoredWords::telling);
  // Mostly nothing is asked but words. Within a filter twice as many are often enough to choose
  // from (Xapian is slow to keep the best of many), and within a narrow one more of them or even of
  // the words.
  const std::vector<Xapian::docid>* const left_out =
      query.plan.required.children.empty() && matches.only_left_out() ? &*matches.only_left_out()
                                                                      : nullptr;
  auto best = left_out ? best_of_scores(telling, *left_out, kRerankDepth) : std::nullopt;
  bool enough = best.has_value(), by_telling = true;
  if (best) {
    pool.candidates = std::move(*best);
  } else {
    enough = draw(score_query(telling, database, telling.of_best(2 * kRerankDepth)));
  }
  if (enough) {
    pool.hits = hits_query(query, matches, pool.nearest, score_query(telling, database));
  } else if (!draw(score_query(telling, database))) {
    const Query all = score_query(bm25_scores(index, query.plan, ScoredWords::all), database);
    draw(all);
    by_telling = false;
  }
  // BM25 alone leaves matches behind: words that are all common find many articles before the one
  // that has them side by side.
  if (!left_out || !by_telling ||
      !add_best_matches(matches.possible_docids(), *left_out, telling, pool.candidates))
    add_best(database, Query(Query::OP_FILTER, pool.hits, matches.possible_matches()), kMatchDepth,
             pool.candidates);
  if (looks_for_others(index, query)) {
    const ArticleScores related = related_scores(index, telling, query.everyday);
    const Query others = score_query(related, database, related.of_best(2 * kRelatedDepth));
    add_best(database, hits_query(query, matches, pool.nearest, others), kRelatedDepth,
             pool.candidates);
  }
  return pool;
}

// After the reranked ones, in the order of BM25, and never above them. The streams of those before
// the window, which no page of this request shows, are not read: the last page comes nearly as fast
// as the first one. Where the work of the request is used up, the others are not read either and
// stand as partial; returns how many these are.
size_t append_rest(const searcher::Index& index, const searcher::PlannedQuery& query,
                   const std::vector<Candidate>& rest, const HitWindow& window,
                   match::WorkLimit& limit, std::vector<Ranked>& hits) {
  constexpr long kReadAtOnce = 1000;
  const size_t first = window.offset;
  const auto unread = [&](const Candidate& candidate) {
    Ranked hit;
    hit.docid = candidate.docid;
    hit.bm25 = candidate.bm25;
    hit.full = window.full_only;
    return hit;
  };
  const double ceiling = hits.empty() ? 0 : hits.back().score;
  const auto passed_over =
      static_cast<long>(std::min(first - std::min(first, hits.size()), rest.size()));
  std::vector<Ranked> added;
  std::transform(rest.begin(), rest.begin() + passed_over, std::back_inserter(added), unread);
  size_t left_unread = 0;
  for (auto begin = rest.begin() + passed_over; begin != rest.end();) {
    if (limit.spent()) {
      left_unread = static_cast<size_t>(rest.end() - begin);
      std::transform(begin, rest.end(), std::back_inserter(added), unread);
      break;
    }
    const auto end = begin + std::min(kReadAtOnce, static_cast<long>(rest.end() - begin));
    for (Ranked& hit : score(index, query.plan, {begin, end}, &query.fields, &limit))
      added.push_back(hit);
    begin = end;
  }
  for (Ranked& hit : added) {
    hit.score = std::min(rounded_score(hit.bm25), ceiling);
    hits.push_back(hit);
  }
  return left_unread;
}

// `related`: gets the words beside the query's that were looked for.
std::vector<Ranked> reranked(const searcher::Index& index, const searcher::PlannedQuery& query,
                             const Pool& pool, std::vector<std::string>& related) {
  auto hits = rank(index, score(index, query.plan, pool.candidates, &query.fields));
  if (!query.bridges) return hits;
  related = add_feedback(index, query.plan, query.everyday, hits);
  hits = rank(index, std::move(hits));
  if (can_teach(index)) add_neighbours(index, share_of_neighbours(query.plan), hits);
  return hits;
}

// What comes after the pool by BM25: as much of it as makes `wanted` hits when reposts are folded,
// where there is so much.
std::vector<Candidate> rest_of(const searcher::Index& index, const searcher::PlannedQuery& query,
                               match::MatchSet& matches, const Pool& pool, bool full_only,
                               size_t wanted, size_t in_hand, reposts::Folding& folding) {
  const Query all = score_query(bm25_scores(index, query.plan, ScoredWords::all), index.database());
  Query drawn_from = hits_query(query, matches, pool.nearest, all);
  if (full_only)
    drawn_from = Query(Query::OP_FILTER, drawn_from, matches.filtered(matches.matches()));
  std::unordered_set<Xapian::docid> in_pool;
  for (const Candidate& candidate : pool.candidates) in_pool.insert(candidate.docid);
  // Those of the pool that are not in hand were folded away.
  size_t drawn = wanted + pool.candidates.size() - std::min(in_hand, pool.candidates.size());
  for (;;) {
    auto rest = candidates_in_order(index.database(), drawn_from, drawn);
    const bool exhausted = rest.size() < drawn;
    std::erase_if(rest, [&](const Candidate& c) { return in_pool.contains(c.docid); });
    reposts::Folding tried = folding;
    tried.fold_rest(rest);
    const size_t missing = wanted - in_hand;
    if (!exhausted && rest.size() < missing) {
      drawn += 2 * (missing - rest.size()) + kRerankDepth;
      continue;
    }
    folding = std::move(tried);
    rest.resize(std::min(rest.size(), missing));
    return rest;
  }
}

// Hits of one pool, reranked, and where they are fewer than wanted, the rest of what it was drawn
// from. `window`: those before its offset are not shown.
std::vector<Ranked> hits_of(const searcher::Index& index, const searcher::PlannedQuery& query,
                            match::MatchSet& matches, const Pool& pool, const HitWindow& window,
                            reposts::Folding& folding, RelevantHits& found) {
  const size_t wanted = window.offset + window.limit;
  std::vector<Ranked> hits = reranked(index, query, pool, found.related);
  if (window.full_only) std::erase_if(hits, [](const Ranked& hit) { return !hit.full; });
  folding.fold(hits);
  if (hits.size() >= wanted) return hits;
  const auto rest =
      rest_of(index, query, matches, pool, window.full_only, wanted, hits.size(), folding);
  found.unread += append_rest(index, query, rest, window, matches.limit(), hits);
  return hits;
}

// True where the query is one phrase.
bool requires_phrase(const query::Plan& plan) {
  const auto& required = plan.required.children;
  return std::any_of(required.begin(), required.end(), [](const query::PlanNode& node) {
    return node.type == query::PlanNode::Type::phrase;
  });
}

// After the hits that hold all that is required, those that hold its words.
void append_nearest(std::vector<Ranked> nearest, std::vector<Ranked>& hits) {
  std::unordered_set<Xapian::docid> known;
  for (const Ranked& hit : hits) known.insert(hit.docid);
  const double ceiling = hits.empty() ? std::numeric_limits<double>::infinity() : hits.back().score;
  for (Ranked& hit : nearest) {
    if (known.contains(hit.docid)) continue;
    hit.score = std::min(hit.score, ceiling);
    hits.push_back(hit);
  }
}

}  // namespace

std::vector<Query> naming_queries(const searcher::PlannedQuery& query) {
  std::vector<Query> naming;
  add_naming(query.plan.root, query.fields, naming);
  return naming;
}

bool looks_for_others(const searcher::Index& index, const searcher::PlannedQuery& query) {
  return query.bridges && can_teach(index) && !query.everyday.empty() &&
         query.plan.terms.size() <= kMostTermsToWiden;
}

RelevantHits relevant_hits(const searcher::Index& index, const searcher::PlannedQuery& query,
                           match::MatchSet& matches, const HitWindow& window) {
  const size_t wanted = window.offset + window.limit;
  reposts::Folding folding(window.fold_reposts ? &index.reposts() : nullptr);
  const Pool pool = find_pool(index, query, matches, false);
  RelevantHits found;
  found.candidates = pool.hits.get_description();
  std::vector<Ranked>& hits = found.hits;
  hits = hits_of(index, query, matches, pool, window, folding, found);
  if (hits.size() < wanted && !window.full_only && (hits.empty() || requires_phrase(query.plan)) &&
      !query.plan.required.children.empty()) {
    const Pool nearest = find_pool(index, query, matches, true);
    const HitWindow from_first{.offset = 0, .limit = wanted + hits.size()};
    append_nearest(hits_of(index, query, matches, nearest, from_first, folding, found), hits);
  }
  if (hits.size() > wanted) hits.resize(wanted);
  hits.erase(hits.begin(), hits.begin() + static_cast<long>(std::min(window.offset, hits.size())));
  return found;
}

// The matches among the hits that pages show, in their order: the reranked ones, then by BM25.
std::vector<Xapian::docid> relevant_matches(const searcher::Index& index,
                                            const searcher::PlannedQuery& query,
                                            match::MatchSet& matches) {
  const Xapian::Database& database = index.database();
  const Pool pool = find_pool(index, query, matches, false);
  std::vector<Xapian::docid> docids;
  std::unordered_set<Xapian::docid> known;
  std::vector<std::string> related;
  for (const Ranked& hit : reranked(index, query, pool, related)) {
    known.insert(hit.docid);
    if (hit.full) docids.push_back(hit.docid);
  }
  const Query rest(Query::OP_AND_MAYBE, unweighted(matches.filtered(matches.matches())),
                   score_query(bm25_scores(index, query.plan, ScoredWords::all), database));
  for (const Candidate& match : candidates_in_order(database, rest, database.get_doccount())) {
    if (!known.contains(match.docid)) docids.push_back(match.docid);
  }
  return docids;
}

}  // namespace khobao::rank
