#include "searcher/planned_query.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "common/archive/streams/token_stream.h"
#include "searcher/filter/filters.h"
#include "searcher/query/interpretation.h"
#include "searcher/query/parser.h"
#include "searcher/rank/rarity.h"
#include "searcher/reading/accent_evidence.h"
#include "searcher/reading/archive_abbreviations.h"
#include "searcher/reading/archive_interpreter.h"
#include "searcher/reading/archive_words.h"
#include "searcher/reading/equivalents/everyday_words.h"
#include "searcher/reading/spelling/query_spelling.h"

namespace khobao::searcher {
namespace {

using Xapian::Query;

// So many of an article's words tell what it is about; more cost time and find the same.
constexpr size_t kSimilarTerms = 24;

void add(std::vector<std::string> lines, std::vector<std::string>& to) {
  for (std::string& line : lines) to.push_back(std::move(line));
}

Result<void> add_filters(const Index& index, const SearchRequest& request, PlannedQuery& planned,
                         SearchResponse& response) {
  auto filters = filter::resolve_filters(index, request.filters, request.with_predecessors);
  if (!filters) return filters.error();
  planned.filters = filters->query;
  planned.named = std::move(filters->named);
  add(std::move(filters->notes), response.notes);
  return {};
}

}  // namespace

Result<PlannedQuery> plan_query(const Index& index, const SearchRequest& request,
                                SearchResponse& response) {
  auto parsed = query::parse(request.query);
  if (!parsed) return parsed.error();
  response.query = request.query;
  response.generation = index.generation();
  response.warnings = std::move(parsed->warnings);
  reading::SpellingReport spelling;
  if (!request.literal)
    spelling = reading::mend_spelling(parsed->root, request.query, index.statistics());
  response.suggestions = std::move(spelling.suggestions);

  PlannedQuery planned{.plan = {},
                       .fields = filter::FieldFilters(index, request.with_predecessors),
                       .filters = Query::MatchAll,
                       .left_out = Query()};
  std::vector<std::string> field_notes;
  planned.fields.resolve(parsed->root, response.warnings, field_notes);
  const reading::ArchiveAbbreviations abbreviations(index.layers());
  const reading::AccentEvidence evidence(index);
  reading::ArchiveInterpreter interpreter(index.statistics(), &abbreviations, &evidence);
  const reading::ArchiveWords words(index.statistics());
  planned.plan =
      query::make_plan(parsed->root, {.interpreter = request.literal ? nullptr : &interpreter,
                                      .statistics = &words,
                                      .match = request.match,
                                      .near = request.near});
  add(std::move(spelling.notes), response.notes);
  add(interpreter.notes(), response.notes);
  add(std::move(field_notes), response.notes);
  for (query::Warning& warning : planned.plan.warnings)
    response.warnings.push_back(std::move(warning));
  response.interpreted = query::describe(planned.plan.root);
  if (planned.plan.root.children.empty() && request.dates.open() && request.facets.empty() &&
      request.filters.empty() && !request.undated && request.kinds == Kinds::articles) {
    return Error{ErrorCode::usage,
                 "no query: give words to look for, or a filter or facets for the whole archive",
                 "as in: searcher đại hội, or: searcher --from 2020-07 --facets date"};
  }
  if (auto filters = add_filters(index, request, planned, response); !filters)
    return filters.error();
  planned.bridges = !request.literal;
  if (planned.bridges) planned.everyday = reading::everyday_words(planned.plan.runs);
  if (request.explain) {
    std::string tokens;
    for (const std::string& term : planned.plan.terms)
      tokens += (tokens.empty() ? "" : " · ") + term;
    response.explanation.push_back("tokens      " + tokens);
    response.explanation.push_back("tree        " + query::to_string(parsed->root));
    response.explanation.push_back("plan        " + query::to_string(planned.plan.root));
  }
  return planned;
}

Result<PlannedQuery> plan_similar(const Index& index, const std::string& id,
                                  const SearchRequest& request, SearchResponse& response) {
  const Xapian::Database& database = index.database();
  const Xapian::docid docid = index.find(id);
  if (docid == 0) {
    return Error{ErrorCode::usage, "no article has the id '" + id + "'",
                 "ids stand in the answers of --format json"};
  }
  archive::ArticleStreams streams(index.layers());
  archive::TokenStream stream;
  if (!archive::read_token_stream(streams.of(docid), stream)) streams.refuse();
  std::map<archive::StreamWord, uint32_t> counts;
  for (const archive::StreamWord word : stream.words) counts[word] += !archive::is_gap(word);
  std::vector<std::pair<double, std::string>> telling;
  for (const auto& [word, count] : counts) {
    if (count == 0) continue;
    const std::string term(stream.term(word));
    const double holders = database.get_termfreq(term);
    telling.emplace_back(
        -(1 + std::log(count)) * rank::likeness_idf(database.get_doccount(), holders), term);
  }
  std::sort(telling.begin(), telling.end());
  telling.resize(std::min(telling.size(), kSimilarTerms));
  PlannedQuery planned{.plan = {},
                       .fields = filter::FieldFilters(index, false),
                       .filters = Query::MatchAll,
                       .left_out = Query(archive::prefixed_term(archive::kIdPrefix, id))};
  query::PlanNode any;
  any.type = query::PlanNode::Type::any;
  for (const auto& entry : telling) {
    planned.plan.roles.push_back({.word = planned.plan.terms.size()});
    planned.plan.terms.push_back(entry.second);
    query::PlanNode& word = any.children.emplace_back();
    word.type = query::PlanNode::Type::word;
    word.forms.push_back({{entry.second}, 1});
  }
  planned.plan.root.children.push_back(std::move(any));
  response.query = id;
  response.interpreted = query::describe(planned.plan.root);
  response.generation = index.generation();
  if (auto filters = add_filters(index, request, planned, response); !filters)
    return filters.error();
  return planned;
}

}  // namespace khobao::searcher
