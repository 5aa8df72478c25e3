#pragma once
/// What a search asks and what it answers, as plain data: no markup, no terminal, no Xapian.
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "common/archive/article.h"
#include "common/archive/fields.h"
#include "common/base/message.h"
#include "common/text/dates/calendar.h"
#include "searcher/query/ast.h"
#include "searcher/query/plan.h"
#include "searcher/reading/names/name_in_query.h"
#include "searcher/reading/spelling/suggestion.h"
#include "searcher/table.h"

namespace khobao::searcher {

enum class Sort : unsigned char { relevance, newest, oldest };

/// Both ends included; as in Slot::published, "" for an open end: "20200701" .. "20200731".
struct DateRange {
  std::string from, to;
  bool open() const { return from.empty() && to.empty(); }
};

/// Which pages are looked through: section fronts and tag pages are left out unless asked for.
enum class Kinds : unsigned char { articles, listings, all };

/// One value to filter by, as the user typed it: any alias, spelling, unaccented form or beginning
/// of a name.
struct Filter {
  archive::FieldId field;  ///< one of names
  std::string value;
  bool exclude = false;
};

struct SearchRequest {
  std::string query;
  DateRange dates;
  text::Day today;  ///< for "hôm qua" and days without a year in the query; year 0: not read
  std::vector<Message> notes;  ///< how options were read, told with the answer
  bool undated = false;        ///< only articles of which no date is known
  bool live_only = false;      ///< no texts that their sources no longer have
  Kinds kinds = Kinds::articles;
  std::vector<Filter> filters;     ///< OR within a field, AND between fields
  bool with_predecessors = false;  ///< an organisation's filter also takes the bodies merged into
                                   ///< it, a place's what it was and became
  /// No other articles than these are looked at: docids, ascending; null for the whole archive.
  std::shared_ptr<const std::vector<uint32_t>> only = nullptr;
  std::vector<archive::FieldId> facets;  ///< facetable ones
  size_t facet_limit = 10;               ///< values of each facet but the date's
  DateStep date_step = DateStep::own;    ///< of the date facet
  std::optional<TableRequest> table = std::nullopt;
  Sort sort = Sort::relevance;
  size_t offset = 0;
  size_t limit = 10;
  size_t snippet_chars = 240;
  query::MatchMode match = query::MatchMode::words;
  bool literal = false;  ///< take words as typed: no accents restored, no Telex read, no words
                         ///< beside them looked for
  bool near = false;     ///< a match holds all words within one paragraph
  bool explain = false;
  bool fold_reposts = false;  ///< relevance order shows one article of each group of reposts
  bool full_only = false;     ///< no hits that hold only some of the words
  bool want_total = true;     ///< batches do without total and facets
  bool all_shards = false;    ///< no answer of a served archive without one of its shards
  bool want_undated = false;  ///< count how many of the matches have no date
  bool want_snippets = true;  ///< and what hits say of their reposts
};

/// A range of bytes, half-open.
struct Span {
  size_t begin_byte, end_byte;
  bool operator==(const Span&) const = default;
};

struct Snippet {
  std::string text;
  std::vector<Span> highlights;  ///< ascending, apart
};

/// What a hit says of the group of reposts that it is one of.
struct HitReposts {
  std::string group;  ///< names the group: the id of its oldest article
  size_t size = 0;    ///< articles, the hit among them
  std::string first;  ///< id of the article that was printed first; "" where that is not known
  std::optional<double> share;  ///< of its words that it has from the first of them: --reposts
};

/// What a hit has in common with the article that it is like.
struct HitLikeness {
  std::vector<std::string> names;  ///< of organisations, people and places
  std::vector<std::string> words;  ///< the most telling first
};

struct Hit {
  double score = 0;   ///< rounded to kScoreDecimals; ties are broken by date, then id
  bool full = false;  ///< a match: holds every word of the query
  archive::Article article;
  std::string content_hash;  ///< hexadecimal
  Snippet snippet;
  std::vector<Span> title_highlights;                    ///< bytes of the article's display_title
  std::optional<HitReposts> reposts;                     ///< where it has any
  std::optional<HitLikeness> likeness;                   ///< in answers to --similar
  std::vector<std::pair<std::string, double>> features;  ///< with SearchRequest::explain
};

inline constexpr int kScoreDecimals = 4;

struct FacetCount {
  std::string value;
  uint64_t count = 0;
  uint64_t copies = 0;  ///< of these, beyond the first of each group of reposts
  bool operator==(const FacetCount&) const = default;
};

/// The value under which undated articles are counted.
inline constexpr const char* kUndatedValue = "undated";

struct Facet {
  archive::FieldId field;
  std::vector<FacetCount> counts;
  DateStep step = DateStep::own;  ///< of dates: what was counted by, never `own` where any is dated
  uint64_t more_values = 0;       ///< values that the limit left out
  uint64_t without = 0;           ///< matches that have no value of this field; not of dates
};

/// A shard of a served archive that could not be asked.
struct MissingShard {
  std::string name;
  Message why;
};

struct SearchResponse {
  std::string query;
  Message interpreted;
  std::string generation;
  uint64_t total = 0;
  uint64_t copies = 0;   ///< of these, beyond the first of each group of reposts
  bool folded = false;   ///< these stand folded under the best of their group
  uint64_t unread = 0;   ///< articles that may match, but were too much work to read: total is less
  Message unread_note;                       ///< why, where they are not of missing shards alone
  std::vector<MissingShard> missing_shards;  ///< what they hold is among the unread
  uint64_t undated = 0;  ///< of the total, where the request wants to know
  uint64_t undated_hidden = 0;  ///< matches that only the date range leaves out, being undated
  std::vector<Hit> hits;
  std::vector<Facet> facets;
  std::optional<Table> table = std::nullopt;
  std::vector<query::Warning> warnings;
  std::vector<Message> notes;                    ///< how words and filters were read, one a line
  std::vector<Message> hints;                    ///< what to ask otherwise, and why, one a line
  std::vector<reading::Suggestion> suggestions;  ///< for words that may be mistyped
  std::vector<reading::NameInQuery> names;  ///< that the query's words are, as they stand in it
  std::vector<Message> explanation;
  double took_ms = 0;
};

}  // namespace khobao::searcher
