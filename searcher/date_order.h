#pragma once
/// What a date order says beside its hits: it knows no better and worse match.
///
///   lúa gạo xuất khẩu --sort newest   ->   "12 of 53 hold them near each other: --near"
#include <string>
#include <vector>

#include "common/base/message.h"
#include "searcher/index.h"
#include "searcher/match/match_set.h"
#include "searcher/planned_query.h"
#include "searcher/request.h"

namespace khobao::searcher {

/// Notes for a date order of `total` matches: that most of them hold the words apart, or, where
/// there are none, what relevance order would find. Reads the matches' token streams once more.
std::vector<Message> date_order_notes(const Index& index, const SearchRequest& request,
                                      const PlannedQuery& query, match::MatchSet& matches,
                                      uint64_t total);

}  // namespace khobao::searcher
