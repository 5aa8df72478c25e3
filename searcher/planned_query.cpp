#include "searcher/planned_query.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>

#include "common/archive/streams/token_stream.h"
#include "common/language/say.h"
#include "common/text/letters/utf8.h"
#include "searcher/filter/filters.h"
#include "searcher/match/docid_source.h"
#include "searcher/query/interpretation.h"
#include "searcher/query/name_dashes.h"
#include "searcher/query/parser.h"
#include "searcher/rank/rarity.h"
#include "searcher/reading/accent_evidence.h"
#include "searcher/reading/archive_abbreviations.h"
#include "searcher/reading/archive_interpreter.h"
#include "searcher/reading/archive_words.h"
#include "searcher/reading/equivalents/everyday_words.h"
#include "searcher/reading/names/name_notes.h"
#include "searcher/reading/spelling/query_spelling.h"

namespace khobao::searcher {
namespace {

using Xapian::Query;

// So many of an article's words tell what it is about; more cost time and find the same.
constexpr size_t kSimilarTerms = 24;
constexpr size_t kShownTelling = 6;
// Articles are like another that hold this share of what the nearest holds of these words.
constexpr double kLeastAlike = 0.4;
// A word that every article holds tells nothing, but weights are positive.
constexpr double kLeastTold = 1e-3;

template <class Told>
void append(std::vector<Told> more, std::vector<Told>& to) {
  for (Told& one : more) to.push_back(std::move(one));
}

Result<void> add_filters(const Index& index, filter::NameResolver& names,
                         const SearchRequest& request, PlannedQuery& planned) {
  auto filters = filter::resolve_filters(names, request.filters, request.with_predecessors);
  if (!filters) return filters.error();
  planned.filters = filters->query;
  if (request.only) {
    planned.filters = Query(Query::OP_FILTER, planned.filters,
                            match::docid_query(request.only, index.database()));
  }
  planned.named = std::move(filters->named);
  append(std::move(filters->notes), planned.understanding.notes);
  return {};
}

// True where the request wants no article in particular.
bool asks_nothing(const query::Plan& plan, const SearchRequest& request) {
  return plan.root.children.empty() && request.dates.open() && request.facets.empty() &&
         !request.table && !request.only && request.filters.empty() && !request.undated && request.kinds == Kinds::articles;
}

std::vector<Message> explanation_of(const query::Node& tree, const query::Plan& plan) {
  std::string tokens;
  for (const std::string& term : plan.terms) tokens += (tokens.empty() ? "" : " · ") + term;
  return {explained(say("tokens"), tokens), explained(say("tree"), query::to_string(tree)),
          explained(say("plan"), query::to_string(plan.root))};
}

// The article and its reposts.
Query copies_of(const Index& index, Xapian::docid docid) {
  auto docids = std::make_shared<std::vector<Xapian::docid>>(1, docid);
  if (const auto group = index.reposts().of(docid)) {
    const auto articles = index.reposts().articles(*group);
    docids->assign(articles.begin(), articles.end());
    std::sort(docids->begin(), docids->end());
  }
  return match::docid_query(std::move(docids), index.database());
}

using TellingWord = std::pair<double, std::string>;  // what it tells, turned round; the word

// The first of them, as any of which an article like it may hold: "cầu OR phà OR 22 more".
std::string shown_telling(const std::vector<TellingWord>& telling) {
  std::string shown;
  for (size_t i = 0; i < std::min(telling.size(), kShownTelling); ++i)
    shown += (i == 0 ? "" : " OR ") + telling[i].second;
  if (telling.size() > kShownTelling)
    shown += " OR " + std::to_string(telling.size() - kShownTelling) + " more";
  return shown;
}

// The articles that hold enough of the words by what these tell, but those `left_out`.
Query holders_of(const Index& index, const std::vector<TellingWord>& telling,
                 const Query& left_out) {
  const Xapian::Database& database = index.database();
  std::vector<Query> weighed;
  weighed.reserve(telling.size());
  for (const auto& [weight, term] : telling)
    weighed.emplace_back(Query::OP_SCALE_WEIGHT, Query(term), std::max(-weight, kLeastTold));
  const Query any(Query::OP_OR, weighed.begin(), weighed.end());
  Xapian::Enquire enquire(database);
  enquire.set_query(index.live(Query(Query::OP_AND_NOT, any, left_out)));
  enquire.set_weighting_scheme(Xapian::CoordWeight());  // a word weighs what it is scaled by
  const Xapian::MSet found = enquire.get_mset(0, database.get_doccount());
  auto docids = std::make_shared<std::vector<Xapian::docid>>();
  for (auto it = found.begin(); it != found.end(); ++it) {
    if (it.get_weight() < kLeastAlike * found.begin().get_weight()) break;
    docids->push_back(*it);
  }
  std::sort(docids->begin(), docids->end());
  return match::docid_query(std::move(docids), database);
}

// How many articles hold the term, without deleted ones.
uint64_t holders(const archive::LayeredIndex& index, const std::string& term) {
  uint64_t count = index.holders(term);
  if (count == 0 || !index.deleted()) return count;
  const Xapian::Database& database = index.database();
  auto posting = database.postlist_begin(term);
  const auto end = database.postlist_end(term);
  for (const Xapian::docid docid : *index.deleted()) {
    posting.skip_to(docid);
    if (posting == end) break;
    count -= *posting == docid;
  }
  return count;
}

// The numbered documents among the words, which are offered as such: "35-CT/TW".
void add_documents(const query::Node& node, const std::string& query, filter::NameResolver& names,
                   std::vector<reading::NameInQuery>& found) {
  for (const text::Token& token : node.tokens) {
    if (token.kind != text::TokenKind::document || node.type != query::Node::Type::word) continue;
    const std::string typed = node.text.substr(token.begin_byte, token.end_byte - token.begin_byte);
    const archive::FieldRow& row = archive::field(archive::FieldId::document);
    reading::NameInQuery document{.words = token.term,
                                  .field = row.id,
                                  .values = {},
                                  .searched = false,
                                  .query = query.substr(0, node.begin_byte) +
                                           std::string(row.name) + ":\"" + typed + "\"" +
                                           query.substr(node.end_byte)};
    for (const filter::MeantName& meant : names.names({row.id, typed, false}, false))
      document.values.push_back(archive::shown_value(row.id, meant.name));
    if (!document.values.empty()) found.push_back(std::move(document));
  }
  for (const query::Node& child : node.children) add_documents(child, query, names, found);
}

}  // namespace

Message explained(const Message& label, const std::string& what) {
  constexpr size_t kLabelColumns = 12;
  const auto line = [&](std::string text) {
    text.append(kLabelColumns - std::min(kLabelColumns, text::display_columns(text)), ' ');
    return text + what;
  };
  return {line(label), line(label.in(Language::vietnamese))};
}

Result<PlannedQuery> plan_query(const Index& index, const SearchRequest& request) {
  auto parsed = query::parse(request.query);
  if (!parsed) return parsed.error();
  const reading::ArchiveWords words(index.statistics());
  reading::ArchiveInterpreter names_read(index.statistics());
  query::mend_name_dashes(parsed->root, request.query, words, parsed->warnings,
                          request.literal ? nullptr : &names_read);
  reading::MendedQuery mended{.root = parsed->root, .notes = {}, .suggestions = {}};
  if (!request.literal)
    mended = reading::mend_spelling(parsed->root, request.query, index.statistics());

  PlannedQuery planned{
      .understanding = {},
      .plan = {},
      .fields = filter::FieldFilters(index, request.with_predecessors, request.today),
      .filters = Query::MatchAll,
      .left_out = Query()};
  filter::NameResolver names(index);
  auto resolved = planned.fields.resolve(std::move(mended.root), names);

  const reading::ArchiveAbbreviations abbreviations(index.layers());
  const reading::AccentEvidence evidence(index);
  const auto& name_forms = index.name_forms();
  if (!name_forms) return name_forms.error();
  reading::QueryNames query_names(
      index.facet_names(), *name_forms, index.user_names(),
      [&](const reading::NamedValue& value) {
        const std::string_view prefix = archive::field(value.first).prefix;
        return holders(index.layers(), archive::prefixed_term(prefix, value.second));
      },
      [&](const std::string& first, const std::string& second) {
        return words.pair_count(first, second);
      });
  reading::ArchiveInterpreter interpreter(index.statistics(), &abbreviations, &evidence,
                                          &query_names);
  planned.plan =
      query::make_plan(resolved.root, {.interpreter = request.literal ? nullptr : &interpreter,
                                       .statistics = &words,
                                       .match = request.match,
                                       .near = request.near});

  for (const reading::NameRead& name : query_names.found())
    planned.fields.add_name(name.key, name.values);

  Understanding& told = planned.understanding;
  told.names = reading::names_in_query(query_names.found(), planned.plan.root, request.query);
  if (!request.literal) add_documents(resolved.root, request.query, names, told.names);
  told.tree = std::move(resolved.root);
  told.interpreted = query::describe(planned.plan);
  told.suggestions = std::move(mended.suggestions);
  append(std::move(parsed->warnings), told.warnings);
  append(std::move(resolved.warnings), told.warnings);
  append(std::move(planned.plan.warnings), told.warnings);
  append(reading::offers(told.names), told.suggestions);
  append(std::move(mended.notes), told.notes);
  append(interpreter.notes(), told.notes);
  append(reading::notes(told.names), told.notes);
  append(std::move(resolved.notes), told.notes);
  if (request.explain) told.explanation = explanation_of(told.tree, planned.plan);
  if (asks_nothing(planned.plan, request)) {
    return Error{
        ErrorCode::usage,
        say("no query: give words to look for, or a filter or facets for the whole archive"),
        say("as in: {}, or: {}", "searcher đại hội", "searcher --from 2020-07 --facets date")};
  }
  if (auto filters = add_filters(index, names, request, planned); !filters) return filters.error();
  planned.bridges = !request.literal;
  if (planned.bridges) planned.everyday = reading::everyday_words(planned.plan.runs);
  return planned;
}

Result<PlannedQuery> plan_similar(const Index& index, const std::string& id,
                                  const SearchRequest& request) {
  const Xapian::docid docid = index.find(id);
  if (docid == 0) {
    return Error{ErrorCode::usage, say("no article has the id '{}'", id),
                 say("ids stand in the answers of --format json")};
  }
  archive::ArticleStreams streams(index.layers());
  archive::TokenStream stream;
  if (!archive::read_token_stream(streams.of(docid), stream)) streams.refuse();
  std::map<archive::StreamWord, uint32_t> counts;
  for (const archive::StreamWord word : stream.words) counts[word] += !archive::is_gap(word);
  std::vector<TellingWord> telling;
  for (const auto& [word, count] : counts) {
    if (count == 0) continue;
    const std::string term(stream.term(word));
    const auto holders = static_cast<double>(index.layers().holders(term));
    telling.emplace_back(
        -(1 + std::log(count)) *
            rank::likeness_idf(static_cast<double>(index.layers().articles()), holders),
        term);
  }
  std::sort(telling.begin(), telling.end());
  telling.resize(std::min(telling.size(), kSimilarTerms));
  PlannedQuery planned{.understanding = {},
                       .plan = {},
                       .fields = filter::FieldFilters(index, false, request.today),
                       .filters = Query::MatchAll,
                       .left_out = copies_of(index, docid)};
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
  planned.understanding.interpreted = shown_telling(telling);
  filter::NameResolver names(index);
  if (auto filters = add_filters(index, names, request, planned); !filters) return filters.error();
  planned.filters =
      Query(Query::OP_FILTER, planned.filters, holders_of(index, telling, planned.left_out));
  return planned;
}

}  // namespace khobao::searcher
