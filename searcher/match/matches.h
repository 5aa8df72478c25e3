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
///
/// The bounds of a few words are queries of Xapian's; those of many, and of common ones alone, are worked
/// out as sets of bits (term_sets.h), and what is made of them is a list of articles. The layers' lists of
/// pairs then tell of two words whether they stand side by side, so that no stream is read:
///
///   tai nạn giao thông    tai+nạn, giao+thông are listed: exact
#include <xapian.h>

#include <memory>
#include <vector>

#include "searcher/filter/field_filters.h"
#include "searcher/match/term_sets.h"
#include "searcher/match/work_limit.h"
#include "searcher/query/plan.h"

namespace khobao::match {

/// Some articles, unweighted.
struct Matched {
  Xapian::Query query;
  /// All of them, ascending; null where Xapian is to find them.
  std::shared_ptr<const std::vector<Xapian::docid>> docids;
};

/// The articles of the index that hold the plan; of those outside `within` only some
/// may be among them. Reads the token streams between the bounds now, so it costs time where the
/// plan is not exact (tests/bench/README.md has figures); `limit` bounds it, and what is not read
/// is no match. `filters`: what the plan's filters mean; without, they hold for every article.
/// `possible`: the articles of possible_matches(), where they are known, ascending.
Matched match_query(const query::PlanNode& node, TermSets& sets, WorkLimit& limit,
                    const Xapian::Query& within = Xapian::Query::MatchAll,
                    const filter::FieldFilters* filters = nullptr,
                    const std::vector<Xapian::docid>* possible = nullptr);

/// The articles that Xapian finds for a query, ascending.
std::vector<Xapian::docid> docids_of(const Xapian::Query& query, const Xapian::Database& database);

/// The upper bound, as plain terms and ranges however many they are: what a server can be asked.
Xapian::Query upper_bound(const query::PlanNode& node, const filter::FieldFilters* filters);

/// The upper bound: what holds all words, wherever they stand.
Matched possible_matches(const query::PlanNode& node, TermSets& sets,
                         const filter::FieldFilters* filters = nullptr);

}  // namespace khobao::match
