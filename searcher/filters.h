#pragma once
/// --org, --source and --doc: what the user typed, resolved to the names that the index holds.
#include <xapian.h>

#include <string>
#include <vector>

#include "common/base/result.h"
#include "searcher/index.h"
#include "searcher/request.h"

namespace khobao::searcher {

struct ResolvedFilters {
  Xapian::Query query;             ///< MatchAll where there are no filters
  std::vector<std::string> notes;  ///< "org 'ubnd tinh phu tho' is Ủy ban nhân dân tỉnh Phú Thọ"
};

/// A query error where a value names nothing in the index; its hint offers the nearest names.
Result<ResolvedFilters> resolve_filters(const Index& index, const std::vector<Filter>& filters,
                                        bool with_predecessors);

/// The values of a field whose names begin with `prefix` (any spelling; "" for all), with how many
/// articles hold each, in Vietnamese collation order.
std::vector<FacetCount> list_values(const Index& index, FilterField field,
                                    const std::string& prefix);

}  // namespace khobao::searcher
