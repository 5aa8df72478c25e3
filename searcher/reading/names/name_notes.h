#pragma once
/// What people are told of the names in their query.
#include <string>
#include <vector>

#include "common/base/message.h"
#include "searcher/query/plan.h"
#include "searcher/reading/names/name_in_query.h"
#include "searcher/reading/names/query_names.h"
#include "searcher/reading/spelling/suggestion.h"

namespace khobao::reading {

/// The names found, one entry for each field; `searched` where the plan asks for them. `query`: as
/// typed.
std::vector<NameInQuery> names_in_query(const std::vector<NameRead>& found,
                                        const query::PlanNode& plan, const std::string& query);

/// One line for each name that is searched: "'phạm công danh' read as a name: person Phạm Công Danh
/// (--literal takes it as words)".
std::vector<Message> notes(const std::vector<NameInQuery>& names);

/// Queries that ask for the people and places which are only offered, at most kMostOffers. A body
/// that is plain words (Quốc hội) is what these words mean anyway.
std::vector<Suggestion> offers(const std::vector<NameInQuery>& names);
inline constexpr size_t kMostOffers = 2;

}  // namespace khobao::reading
