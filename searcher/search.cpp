#include "searcher/search.h"

#include <xapian.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <type_traits>

#include "common/archive/remote/gathered_articles.h"
#include "common/archive/xapian_guard.h"
#include "common/language/say.h"
#include "searcher/date_order.h"
#include "searcher/gather/gathering.h"
#include "searcher/index.h"
#include "searcher/match/match_set.h"
#include "searcher/match/matches.h"
#include "searcher/planned_query.h"
#include "searcher/rank/relevance.h"
#include "searcher/reading/equivalents/equivalents.h"
#include "searcher/reading/equivalents/query_words.h"
#include "searcher/show/likeness.h"
#include "searcher/show/snippet.h"

namespace khobao::searcher {
namespace {

double ms_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
      .count();
}

bool by_relevance(const SearchRequest& request, const PlannedQuery& query) {
  return request.sort == Sort::relevance && !query.plan.terms.empty();
}

// Nghị định 46 -> nghị định số 46; nothing where no number stands behind words.
std::optional<std::vector<std::string>> with_number_word(std::vector<std::string> words) {
  const auto number = std::find_if(words.begin(), words.end(), [](const std::string& word) {
    return word.front() >= '0' && word.front() <= '9';
  });
  if (number == words.begin() || number == words.end()) return std::nullopt;
  words.insert(number, "số");
  return words;
}

// The names that filters ask for, and what else they may be written as, as one word.
std::vector<query::Form> forms_of_names(Index& index, const std::vector<std::string>& named) {
  std::vector<query::Form> forms;
  for (const std::string& name : named) {
    // What tells names apart stands in brackets behind them and in no article.
    const auto words = reading::words_of(index.tokenizer(), name.substr(0, name.find(" (")));
    forms.push_back({words, 1});
    if (auto numbered = with_number_word(words)) forms.push_back({std::move(*numbered), 1});
    for (const auto& other : reading::find_equivalents(words, index.statistics())) {
      if (other.begin == 0 && other.end == words.size()) forms.push_back({other.words, 1});
    }
  }
  std::erase_if(forms, [](const query::Form& form) { return form.terms.empty(); });
  return forms;
}

// What snippets show: the words, or where there are none, the names that are asked for.
std::vector<std::vector<query::Form>> wanted_words(Index& index, const PlannedQuery& query) {
  auto words = show::shown_words(query.plan.root);
  if (words.empty() && !query.named.empty()) words.push_back(forms_of_names(index, query.named));
  return words;
}

rank::RelevantHits found_hits(const Index& index, const SearchRequest& request,
                              const PlannedQuery& query, match::MatchSet& matches) {
  rank::RelevantHits found;
  if (by_relevance(request, query)) {
    found = rank::relevant_hits(index, query, matches,
                                {.offset = request.offset,
                                 .limit = request.limit,
                                 .fold_reposts = request.fold_reposts,
                                 .full_only = request.full_only});
    return found;
  }
  for (const Xapian::docid docid : matches.by_date(request.offset, request.limit))
    found.hits.push_back({.docid = docid, .score = 0, .bm25 = 0, .full = true, .features = {}});
  return found;
}

void add_notes(std::vector<Message> notes, std::vector<Message>& to) {
  for (Message& note : notes) to.push_back(std::move(note));
}

// What else was looked for, or what a date order does not tell.
void tell_of_hits(const Index& index, const SearchRequest& request, const PlannedQuery& query,
                  match::MatchSet& matches, const rank::RelevantHits& found,
                  SearchResponse& response) {
  if (by_relevance(request, query)) {
    std::string related;
    for (const std::string& words : found.related) related += (related.empty() ? "" : ", ") + words;
    if (!related.empty()) response.notes.push_back(say("also looked for: {}", related));
  } else if (request.want_total && request.sort != Sort::relevance && request.limit > 0) {
    add_notes(date_order_notes(index, request, query, matches, response.total), response.hints);
  }
}

// How `asked`, a query's text or an article's id, was understood; no hits yet.
SearchResponse understood(const Index& index, const SearchRequest& request,
                          const std::string& asked, Understanding understanding) {
  SearchResponse response;
  response.query = asked;
  response.notes = request.notes;
  response.generation = index.generation();
  response.interpreted = std::move(understanding.interpreted);
  response.warnings = std::move(understanding.warnings);
  add_notes(std::move(understanding.notes), response.notes);
  response.suggestions = std::move(understanding.suggestions);
  response.names = std::move(understanding.names);
  response.explanation = std::move(understanding.explanation);
  return response;
}

void tell_unread(const match::MatchSet& matches, SearchResponse& response) {
  response.unread = matches.unread();
  const std::vector<Message> notes = matches.notes();
  if (!notes.empty()) response.unread_note = notes.front();
  add_notes(notes, response.hints);
}

// What is not known of a served archive.
void tell_not_fetched(const Index& index, uint64_t count, SearchResponse& response) {
  response.unread += count;
  if (!index.gathered()) return;
  const archive::ServedPublication& served = index.gathered()->served();
  for (const auto& missing : served.missing()) {
    response.missing_shards.push_back({missing.name, missing.why.message});
    response.warnings.push_back(
        {.message = say("a part of the archive is missing: {}", missing.why.message), .at_byte = 0});
  }
  if (count > served.missing_articles()) {
    const Message note =
        say("counted among the first {} of the articles that may match; {} more may: a narrower query "
            "or range of dates counts all",
            gather::kMostPossible, count - served.missing_articles());
    if (response.unread_note.empty()) response.unread_note = note;
    response.hints.push_back(note);
  }
}

// A request that wants all shards is not answered without one.
Result<void> check_shards(const Index& index, const SearchRequest& request) {
  if (!request.all_shards || !index.gathered()) return {};
  const auto& missing = index.gathered()->served().missing();
  if (missing.empty()) return {};
  return Error{ErrorCode::index_missing,
               say("a part of the archive is missing: {}", missing.front().why.message),
               missing.front().why.hint};
}

// Of a served archive: one answer is of one publication and the same shards. Where another publication
// took the place of the one that is searched, or a shard went in between, it is made again, of what is
// there: `open_again` opens the index.
template <class Search, class OpenAgain>
auto of_the_same_shards(const Index& index, Search search, OpenAgain open_again)
    -> std::invoke_result_t<Search> {
  constexpr int kTries = 3;
  for (int published = 1;;) {
    if (!index.gathered()) return search();
    archive::GatheredArticles& gathered = *index.gathered();
    const size_t missing = gathered.served().missing().size();
    gathered.begin_request();
    try {
      auto found = search();
      if (gathered.served().missing().size() == missing) return found;
    } catch (const archive::RepublishedError&) {
      if (published++ == kTries) {
        return Error{ErrorCode::index_incompatible,
                     say("'{}' is published again and again", index.folder()), say("search again")};
      }
      if (Result<void> opened = open_again(); !opened) return opened.error();
    } catch (const archive::RefusedShardError&) {
      continue;
    } catch (const Xapian::NetworkError&) {
      if (gathered.served().missing().size() == missing) throw;
    }
  }
}

// The hits go into the response, those after the first kHitsAtOnce to `rest` where it is wanted.
// What an article must have, however it is found; of words for each of which many stand, how many.
std::string described(const PlannedQuery& query) {
  constexpr size_t kMostTerms = 64;
  const Xapian::Query bound = match::upper_bound(query.plan.root, &query.fields);
  if (bound.get_length() > kMostTerms) return std::to_string(bound.get_length()) + " terms";
  return bound.get_description();
}

Result<SearchResponse> answered(Index& index, const SearchRequest& request,
                                const std::string& asked, PlannedQuery query,
                                show::HitMaker* rest) {
  SearchResponse response = understood(index, request, asked, std::move(query.understanding));
  const auto not_fetched = gather::gather_for(index, request, query);
  if (!not_fetched) return not_fetched.error();
  if (auto all = check_shards(index, request); !all) return all.error();
  match::MatchSet matches(index, request, query);
  if (request.want_total) {
    match::MatchCounts counts = matches.count();
    response.total = counts.total;
    response.copies = counts.copies;
    response.undated = counts.undated;
    response.undated_hidden = counts.undated_hidden;
    response.facets = std::move(counts.facets);
    response.table = std::move(counts.table);
  }
  response.folded = request.fold_reposts && by_relevance(request, query);
  rank::RelevantHits found = found_hits(index, request, query, matches);
  tell_of_hits(index, request, query, matches, found, response);
  if (request.explain) {
    if (!found.candidates.empty())
      response.explanation.push_back(explained(say("candidates"), found.candidates));
    response.explanation.push_back(explained(say("match"), described(query)));
  }
  tell_unread(matches, response);
  tell_not_fetched(index, *not_fetched, response);
  if (const Message note = show::snippets_note(found.hits.size());
      request.want_snippets && !note.empty())
    response.warnings.push_back({.message = note, .at_byte = 0});
  if (found.unread > 0)
    response.warnings.push_back(
        {.message = say_count(found.unread,
                              "too much to compare: {} hit, the last, was ranked without being read "
                              "and counts as partial; a narrower query or a smaller --limit reads all",
                              "too much to compare: {} hits, the last, were ranked without being read "
                              "and count as partial; a narrower query or a smaller --limit reads all"),
         .at_byte = 0});
  show::HitMaker maker(index, request, wanted_words(index, query), std::move(found.hits));
  auto first = maker.next(rest ? kHitsAtOnce : request.limit);
  if (!first) return first.error();
  response.hits = std::move(*first);
  if (rest) *rest = std::move(maker);
  return response;
}

}  // namespace

Result<SearchResponse> search(Index& index, const SearchRequest& request, show::HitMaker* rest) {
  const auto start = std::chrono::steady_clock::now();
  auto response = archive::guarded(say("search"), index.folder(), [&] {
    const auto once = [&]() -> Result<SearchResponse> {
      auto query = plan_query(index, request);
      if (!query) return query.error();
      return answered(index, request, request.query, std::move(*query), rest);
    };
    return of_the_same_shards(index, once, [&] { return index.open_again(); });
  });
  if (response) response->took_ms = ms_since(start);
  return response;
}

Result<SearchResponse> similar(Index& index, const std::string& id, const SearchRequest& request,
                               show::HitMaker* rest) {
  const auto start = std::chrono::steady_clock::now();
  auto response = archive::guarded(say("search"), index.folder(), [&]() -> Result<SearchResponse> {
    auto query = plan_similar(index, id, request);
    if (!query) return query.error();
    const std::vector<std::string> telling = query->plan.terms;
    auto found = answered(index, request, id, std::move(*query), rest);
    if (!found) return found;
    if (auto told = show::tell_likeness(index, id, telling, found->hits); !told)
      return told.error();
    return found;
  });
  if (response) response->took_ms = ms_since(start);
  return response;
}

Result<AllMatches> all_matches(const Index& index, const SearchRequest& request) {
  const auto once = [&]() -> Result<AllMatches> {
    auto query = plan_query(index, request);
    if (!query) return query.error();
    SearchRequest first = request;
    first.offset = first.limit = 0;
    const auto not_fetched = gather::gather_for(index, first, *query);
    if (!not_fetched) return not_fetched.error();
    if (auto all = check_shards(index, request); !all) return all.error();
    AllMatches found{
        .docids = {},
        .response = understood(index, request, request.query, std::move(query->understanding))};
    match::MatchSet matches(index, request, *query);
    found.docids = by_relevance(request, *query)
                       ? rank::relevant_matches(index, *query, matches)
                       : matches.by_date(0, index.database().get_doccount());
    tell_unread(matches, found.response);
    tell_not_fetched(index, *not_fetched, found.response);
    return found;
  };
  return archive::guarded(say("search"), index.folder(), [&] {
    return of_the_same_shards(index, once, [&]() -> Result<void> {
      return Error{ErrorCode::index_incompatible,
                   say("'{}' was published again", index.folder()), say("search again")};
    });
  });
}

}  // namespace khobao::searcher
