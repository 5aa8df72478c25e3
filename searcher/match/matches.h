#pragma once
/// Plans as Xapian queries that match exactly the articles which hold the whole plan.
///
/// The index knows which articles hold a term, not whether two terms stand side by side there. So
/// each plan lies between two boolean queries, and only the articles between them are read:
///
///   plan      đảng+bộ -"lúa gạo"
///   upper     (đảng AND bộ)                                  every match is among these
///   lower     nothing                                        each of these is a match
///   plan      cầu -"lúa gạo"
///   upper     cầu
///   lower     cầu AND_NOT (lúa AND gạo)
#include <xapian.h>

#include "common/archive/generations/layered_index.h"
#include "searcher/filter/field_filters.h"
#include "searcher/match/work_limit.h"
#include "searcher/query/plan.h"

namespace khobao::match {

/// lower implies the plan, the plan implies upper. `exact`: they are the same.
struct Bounds {
  Xapian::Query lower, upper;
  bool exact = true;
};

/// `filters`: what the plan's filters mean; without, they hold for every article.
Bounds bounds_of(const query::PlanNode& node, const filter::FieldFilters* filters = nullptr);

/// The articles of `index` that hold the plan, unweighted; of those outside `within` only some
/// may be among them. Reads the token streams between the bounds now, so it costs time where the
/// plan is not exact (tests/bench/README.md has figures); `limit` bounds it.
Xapian::Query match_query(const query::PlanNode& node, const archive::LayeredIndex& index,
                          WorkLimit& limit, const Xapian::Query& within = Xapian::Query::MatchAll,
                          const filter::FieldFilters* filters = nullptr);

}  // namespace khobao::match
