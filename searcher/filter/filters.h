#pragma once
/// --org, --source and the other fields of names: what the user typed, resolved to the names that
/// the index holds.
#include <xapian.h>

#include <string>
#include <vector>

#include "common/base/message.h"
#include "common/base/result.h"
#include "searcher/filter/name_resolver.h"
#include "searcher/index.h"
#include "searcher/request.h"

namespace khobao::filter {

struct ResolvedFilters {
  Xapian::Query query;  ///< MatchAll where there are no filters
  /// Organisations and documents asked for, as typed and by the names that the index holds.
  std::vector<std::string> named;
  std::vector<Message> notes;  ///< "org 'ubnd tinh phu tho' is Ủy ban nhân dân tỉnh Phú Thọ"
};

/// A query error where a value names nothing in the index; its hint offers the nearest names.
Result<ResolvedFilters> resolve_filters(NameResolver& resolver,
                                        const std::vector<searcher::Filter>& filters,
                                        bool with_predecessors);

/// The values of a field whose names begin with `prefix` (any spelling; "" for all; of people,
/// authors and places a word of theirs), with how many articles hold each, in the order of
/// common/archive/facets/name_order.h.
std::vector<searcher::FacetCount> list_values(const searcher::Index& index, archive::FieldId field,
                                              const std::string& prefix);

}  // namespace khobao::filter
