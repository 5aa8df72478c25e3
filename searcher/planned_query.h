#pragma once
/// What a request asks: its query read, mended and planned, its filters resolved.
#include <xapian.h>

#include <string>
#include <vector>

#include "common/base/result.h"
#include "searcher/filter/field_filters.h"
#include "searcher/index.h"
#include "searcher/query/plan.h"
#include "searcher/request.h"

namespace khobao::searcher {

struct PlannedQuery {
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

/// Plans the request's query. `response` gets how it was understood: interpreted, warnings, notes,
/// suggestions and, on request, the explanation. Query errors carry a caret.
Result<PlannedQuery> plan_query(const Index& index, const SearchRequest& request,
                                SearchResponse& response);

/// Plans a search for articles like the one with this id: its most telling words, of which any may
/// be held. A usage error where there is no such article.
Result<PlannedQuery> plan_similar(const Index& index, const std::string& id,
                                  const SearchRequest& request, SearchResponse& response);

}  // namespace khobao::searcher
