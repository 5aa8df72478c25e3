#pragma once
/// What a request asks: its query read, mended and planned, its filters resolved.
///
///   quôcd hộii org:"ubnd phú thọ"
///     tree    all(quốc, hội, org=(ubnd phú thọ))
///     plan    all(quốc+hội, org=(ubnd phú thọ))     fields  org=(…): XORGỦy ban nhân dân tỉnh Phú
///     Thọ notes   'quôcd' occurs nowhere; searched as 'quốc' …
#include <xapian.h>

#include <string>
#include <vector>

#include "common/base/message.h"
#include "common/base/result.h"
#include "searcher/filter/field_filters.h"
#include "searcher/index.h"
#include "searcher/query/plan.h"
#include "searcher/request.h"

namespace khobao::searcher {

/// How a query was understood, as people are told.
struct Understanding {
  query::Node tree;         ///< mended, its filters resolved
  std::string interpreted;  ///< in one line
  std::vector<query::Warning> warnings;
  std::vector<Message> notes;
  std::vector<reading::Suggestion> suggestions;
  std::vector<reading::NameInQuery> names;  ///< that the query's words are
  std::vector<Message> explanation;         ///< with SearchRequest::explain
};

/// A line of --explain: "tokens      lúa · gạo".
Message explained(const Message& label, const std::string& what);

struct PlannedQuery {
  Understanding understanding;
  query::Plan plan;
  filter::FieldFilters fields;  ///< what the plan's own filters mean
  Xapian::Query filters;        ///< of the request; MatchAll where there are none
  Xapian::Query left_out;  ///< articles that are not wanted; matches nothing where there are none
  /// Organisations and documents that filters ask for; snippets show them where there are no words.
  std::vector<std::string> named = {};
  /// Whether words beside the query's are looked for, and which are known before any article is
  /// read: everyday words that say the same, each as syllables.
  bool bridges = false;
  std::vector<std::vector<std::string>> everyday = {};
};

/// Plans the request's query. Query errors carry a caret.
Result<PlannedQuery> plan_query(const Index& index, const SearchRequest& request);

/// Plans a search for articles like the one with this id: those that hold nearly as much of its
/// most telling words as the nearest does, its own reposts left out. A usage error where there is
/// no such article.
Result<PlannedQuery> plan_similar(const Index& index, const std::string& id,
                                  const SearchRequest& request);

}  // namespace khobao::searcher
