#include "searcher/search.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>
#include <memory>
#include <optional>
#include <unordered_set>

#include "common/archive/hash.h"
#include "common/archive/token_stream.h"
#include "common/archive/xapian_guard.h"
#include "searcher/archive_abbreviations.h"
#include "searcher/archive_interpreter.h"
#include "searcher/archive_words.h"
#include "searcher/facets.h"
#include "searcher/filters.h"
#include "searcher/kind_filter.h"
#include "searcher/matches.h"
#include "searcher/query/parser.h"
#include "searcher/rerank.h"
#include "searcher/snippet.h"
#include "searcher/spelling/query_spelling.h"
#include "searcher/xapian_query.h"

namespace khobao::searcher {
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

// So many of an article's words tell what it is about; more cost time and find the same.
constexpr size_t kSimilarTerms = 24;

Query unweighted(const Query& query) { return Query(Query::OP_SCALE_WEIGHT, query, 0); }

// True where an article can match by what it lacks.
bool has_negative_branch(const query::PlanNode& node) {
  using Type = query::PlanNode::Type;
  return std::any_of(node.children.begin(), node.children.end(), [&](const query::PlanNode& child) {
    return (node.type != Type::all && child.type == Type::no) || has_negative_branch(child);
  });
}

class Search {
 public:
  Search(const Index& index, const SearchRequest& request) : index_(index), request_(request) {}

  Result<void> plan() {
    auto parsed = query::parse(request_.query);
    if (!parsed) return parsed.error();
    response_.query = request_.query;
    response_.generation = index_.generation();
    response_.warnings = std::move(parsed->warnings);
    SpellingReport spelling;
    if (!request_.literal)
      spelling = mend_spelling(parsed->root, request_.query, index_.statistics());
    response_.suggestions = std::move(spelling.suggestions);
    const ArchiveAbbreviations abbreviations(index_.database());
    ArchiveInterpreter interpreter(index_.statistics(), &abbreviations);
    const ArchiveWords words(index_.statistics());
    plan_ =
        query::make_plan(parsed->root, {.interpreter = request_.literal ? nullptr : &interpreter,
                                        .statistics = &words,
                                        .match = request_.match});
    response_.notes = std::move(spelling.notes);
    response_.notes.insert(response_.notes.end(), interpreter.notes().begin(),
                           interpreter.notes().end());
    response_.interpreted = query::to_string(plan_.root);
    if (plan_.root.children.empty() && request_.dates.open() && request_.facets.empty() &&
        request_.filters.empty() && !request_.undated && request_.kinds == Kinds::articles) {
      return Error{ErrorCode::usage,
                   "no query: give words to look for, or a filter or facets for the whole archive",
                   "as in: searcher đại hội, or: searcher --from 2020-07 --facets date"};
    }
    auto filters = resolve_filters(index_, request_.filters, request_.with_predecessors);
    if (!filters) return filters.error();
    filters_ = filters->query;
    response_.notes.insert(response_.notes.end(), filters->notes.begin(), filters->notes.end());
    if (request_.explain) {
      std::string tokens;
      for (const std::string& term : plan_.terms) tokens += (tokens.empty() ? "" : " · ") + term;
      response_.explanation.push_back("tokens      " + tokens);
      response_.explanation.push_back("tree        " + query::to_string(parsed->root));
      response_.explanation.push_back("plan        " + query::to_string(plan_.root));
      response_.explanation.push_back("match       " + match().get_description());
    }
    return {};
  }

  // The article's most telling words stand for it, as a query of which any word may be held.
  Result<void> plan_similar(const std::string& id) {
    const Xapian::Database& database = index_.database();
    const Xapian::docid docid = index_.find(id);
    if (docid == 0) {
      return Error{ErrorCode::usage, "no article has the id '" + id + "'",
                   "ids stand in the answers of --format json"};
    }
    const std::string bytes = index_.value(docid, Slot::stream);
    archive::TokenStream stream;
    if (!archive::read_token_stream(bytes, stream)) {
      return Error{ErrorCode::index_corrupt,
                   "index '" + index_.folder() + "' is damaged: a token stream cannot be read",
                   "build it anew with 'indexer rebuild --db " + index_.folder() + " PATH'"};
    }
    std::map<archive::StreamWord, uint32_t> counts;
    for (const archive::StreamWord word : stream.words) counts[word] += !archive::is_gap(word);
    std::vector<std::pair<double, std::string>> telling;
    for (const auto& [word, count] : counts) {
      if (count == 0) continue;
      const std::string term(stream.term(word));
      const double holders = database.get_termfreq(term);
      telling.emplace_back(
          -(1 + std::log(count)) * std::log(database.get_doccount() / (holders + 0.5)), term);
    }
    std::sort(telling.begin(), telling.end());
    telling.resize(std::min(telling.size(), kSimilarTerms));
    query::PlanNode any{.type = query::PlanNode::Type::any, .forms = {}, .children = {}};
    for (const auto& entry : telling) {
      plan_.roles.push_back({plan_.terms.size(), 1});
      plan_.terms.push_back(entry.second);
      any.children.push_back(
          {.type = query::PlanNode::Type::word, .forms = {{{entry.second}, 1}}, .children = {}});
    }
    plan_.root.children.push_back(std::move(any));
    response_.query = id;
    response_.interpreted = query::to_string(plan_.root);
    response_.generation = index_.generation();
    left_out_ = Query(archive::prefixed_term(archive::kIdPrefix, id));
    return {};
  }

  Result<SearchResponse> answer() {
    if (request_.want_total) count_matches();
    if (request_.sort != Sort::relevance || plan_.terms.empty()) {
      for (const Xapian::docid docid : matches(request_.offset, request_.limit)) {
        hits_.push_back({.docid = docid, .score = 0, .full = true, .features = {}, .order = {}});
      }
    } else {
      rank();
    }
    if (auto shown = show(); !shown) return shown.error();
    return std::move(response_);
  }

  std::vector<Xapian::docid> every_match() {
    if (request_.sort != Sort::relevance || plan_.terms.empty())
      return matches(0, index_.database().get_doccount());
    // The matches among the hits that pages show, in their order: the reranked ones, then by BM25.
    const Query query = candidate_query();
    auto pool = find_candidates(index_.database(), query, kRerankDepth);
    add_matches(Query(Query::OP_FILTER, query, bounds_of(plan_.root).upper), pool);
    std::vector<Xapian::docid> docids;
    std::unordered_set<Xapian::docid> reranked;
    for (const Ranked& hit : rerank(index_, plan_, pool)) {
      reranked.insert(hit.docid);
      if (hit.full) docids.push_back(hit.docid);
    }
    const Query rest(Query::OP_AND_MAYBE, unweighted(filtered(match())), ranked_query(plan_));
    for (const Candidate& match :
         find_candidates(index_.database(), rest, index_.database().get_doccount())) {
      if (!reranked.contains(match.docid)) docids.push_back(match.docid);
    }
    return docids;
  }

 private:
  Query filtered(const Query& query) const {
    Query out = request_.filters.empty() ? query : Query(Query::OP_FILTER, query, filters_);
    if (!request_.dates.open()) out = Query(Query::OP_FILTER, out, date_query(request_.dates));
    if (request_.undated) out = keep_undated(out);
    return index_.live(Query(Query::OP_AND_NOT, keep_kinds(out, request_.kinds), left_out_));
  }

  uint64_t count(const Query& query,
                 const std::vector<std::unique_ptr<FacetCounter>>& counters = {}) const {
    Xapian::Enquire enquire(index_.database());
    enquire.set_query(query);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    for (const auto& counter : counters) enquire.add_matchspy(counter.get());
    return enquire.get_mset(0, 0, index_.database().get_doccount()).get_matches_estimated();
  }

  void count_matches() {
    std::vector<std::unique_ptr<FacetCounter>> counters;
    for (const std::string& facet : request_.facets)
      counters.push_back(facet_counter(facet, index_.facet_names()));
    response_.total = count(filtered(match()), counters);
    for (const auto& counter : counters)
      response_.facets.push_back(counter->facet(request_.facet_limit));
    if (!request_.dates.open()) {
      Query undated = keep_undated(keep_kinds(match(), request_.kinds));
      if (!request_.filters.empty()) undated = Query(Query::OP_FILTER, undated, filters_);
      response_.undated_hidden = count(index_.live(undated));
    }
  }

  std::vector<Xapian::docid> matches(size_t offset, size_t limit) {
    Xapian::Enquire enquire(index_.database());
    enquire.set_query(filtered(match()));
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    OldestFirst oldest_first;
    if (request_.sort == Sort::oldest) {
      enquire.set_sort_by_key(&oldest_first, false);
    } else {
      enquire.set_sort_by_value(slot(Slot::order), false);
    }
    const Xapian::MSet found = enquire.get_mset(static_cast<Xapian::doccount>(offset),
                                                static_cast<Xapian::doccount>(limit));
    std::vector<Xapian::docid> docids;
    for (auto it = found.begin(); it != found.end(); ++it) docids.push_back(*it);
    return docids;
  }

  // What may be a hit in relevance order.
  Query candidate_query() {
    const Query ranked = filtered(ranked_query(plan_));
    if (has_negative_branch(plan_.root))  // "a OR NOT b": some matches hold no word of the query
      return Query(Query::OP_OR, ranked, unweighted(filtered(match())));
    if (plan_.required.children.empty()) return ranked;
    return Query(Query::OP_FILTER, ranked, required());
  }

  // Relevance order: the first kRerankDepth candidates reranked, the rest by BM25 behind them, so
  // that paging goes on without a seam.
  void rank() {
    const Xapian::Database& database = index_.database();
    const size_t wanted = request_.offset + request_.limit;
    const Query query = candidate_query();
    auto candidates = find_candidates(database, query, std::max(kRerankDepth, wanted));
    if (candidates.empty()) {
      candidates = find_candidates(database, nearest(), std::max(kRerankDepth, wanted));
    }
    if (request_.explain) response_.explanation.push_back("candidates  " + query.get_description());
    const auto split =
        candidates.begin() + static_cast<long>(std::min(candidates.size(), kRerankDepth));
    std::vector<Candidate> pool(candidates.begin(), split);
    add_matches(Query(Query::OP_FILTER, query, bounds_of(plan_.root).upper), pool);
    std::unordered_set<Xapian::docid> in_pool;
    for (const Candidate& candidate : pool) in_pool.insert(candidate.docid);
    std::vector<Ranked> hits = rerank(index_, plan_, pool);
    std::vector<Candidate> rest;
    for (auto candidate = split; candidate != candidates.end(); ++candidate) {
      if (!in_pool.contains(candidate->docid)) rest.push_back(*candidate);
    }
    if (!rest.empty() && hits.size() < wanted) {
      auto tail = rerank(index_, plan_, rest);
      // Behind the reranked ones, in the order of BM25, and never above them.
      std::stable_sort(tail.begin(), tail.end(), [](const Ranked& a, const Ranked& b) {
        return a.features[0] != b.features[0] ? a.features[0] > b.features[0] : a.order < b.order;
      });
      const double ceiling = hits.back().score;
      for (Ranked& hit : tail) {
        hit.score = std::min(rounded_score(hit.features[0]), ceiling);
        hits.push_back(std::move(hit));
      }
    }
    for (size_t i = request_.offset; i < std::min(hits.size(), wanted); ++i)
      hits_.push_back(std::move(hits[i]));
  }

  // Adds the best of the full matches that BM25 alone leaves behind: words that are all common find
  // many articles before the one that has them side by side.
  void add_matches(const Query& matches, std::vector<Candidate>& pool) const {
    std::unordered_set<Xapian::docid> known;
    for (const Candidate& candidate : pool) known.insert(candidate.docid);
    for (const Candidate& match : find_candidates(index_.database(), matches, kMatchDepth)) {
      if (known.insert(match.docid).second) pool.push_back(match);
    }
  }

  // Where no article holds the phrases asked for, those that hold their words, less what is
  // excluded.
  Query nearest() const {
    const Query ranked = filtered(ranked_query(plan_));
    query::PlanNode excluded;
    for (const query::PlanNode& child : plan_.required.children) {
      if (child.type == query::PlanNode::Type::no) excluded.children.push_back(child);
    }
    if (excluded.children.empty()) return ranked;
    return Query(Query::OP_FILTER, ranked, match_query(excluded, index_.database()));
  }

  Result<void> show() {
    std::vector<std::string> highlighted = plan_.terms;
    SnippetMaker snippets(std::move(highlighted), request_.snippet_chars);
    for (const Ranked& ranked : hits_) {
      auto article = index_.article(ranked.docid);
      if (!article) return article.error();
      Hit hit;
      hit.score = ranked.score;
      hit.full = ranked.full;
      hit.content_hash = archive::to_hex(index_.value(ranked.docid, Slot::content_hash));
      if (request_.want_snippets) hit.snippet = snippets.make(*article);
      if (request_.explain && request_.sort == Sort::relevance) {
        for (size_t f = 0; f < kFeatures.size(); ++f)
          hit.features.emplace_back(kFeatures[f].name, ranked.features[f]);
      }
      hit.article = std::move(*article);
      response_.hits.push_back(std::move(hit));
    }
    return {};
  }

  // The articles that totals, facets and date orders can be about: matches outside may be left out.
  Query within() const {
    Query out = request_.filters.empty() ? Query::MatchAll : filters_;
    if (!request_.dates.open()) {
      out = Query(Query::OP_FILTER, out,
                  Query(Query::OP_OR, date_query(request_.dates),
                        Query(std::string(archive::kUndatedTerm))));
    }
    return out;
  }

  // What candidates must hold, and the whole plan. Both may take reading many token streams, so
  // they are found when they are first asked for.
  const Query& required() {
    if (!required_) required_ = match_query(plan_.required, index_.database(), within());
    return *required_;
  }
  const Query& match() {
    if (match_) return *match_;
    const bool all_required = plan_.required.children.size() == plan_.root.children.size();
    if (all_required) {
      match_ = required();
    } else {
      const Query among(Query::OP_FILTER, within(), required());
      match_ = match_query(plan_.root, index_.database(), among);
    }
    return *match_;
  }

  const Index& index_;
  const SearchRequest& request_;
  query::Plan plan_;
  std::optional<Query> match_, required_;
  Query filters_;
  Query left_out_;  // the article that others are to be similar to
  std::vector<Ranked> hits_;
  SearchResponse response_;
};

}  // namespace

Result<SearchResponse> search(const Index& index, const SearchRequest& request) {
  const auto start = std::chrono::steady_clock::now();
  auto response = archive::guarded("search", index.folder(), [&]() -> Result<SearchResponse> {
    Search run(index, request);
    if (auto planned = run.plan(); !planned) return planned.error();
    return run.answer();
  });
  if (response) {
    response->took_ms =
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
  }
  return response;
}

Result<SearchResponse> similar(const Index& index, const std::string& id,
                               const SearchRequest& request) {
  return archive::guarded("search", index.folder(), [&]() -> Result<SearchResponse> {
    Search run(index, request);
    if (auto planned = run.plan_similar(id); !planned) return planned.error();
    return run.answer();
  });
}

Result<std::vector<Xapian::docid>> all_matches(const Index& index, const SearchRequest& request) {
  return archive::guarded("search", index.folder(), [&]() -> Result<std::vector<Xapian::docid>> {
    Search run(index, request);
    if (auto planned = run.plan(); !planned) return planned.error();
    return run.every_match();
  });
}

}  // namespace khobao::searcher
