#pragma once
/// The first hits held against one another. Articles on one story are alike whatever words the
/// query found them by, so an article whose like score high is likelier to be meant than one that
/// scores as much alone:
///
///   long thành thu hồi đất làm sân bay
///     an article on a golf course taken back for another airport: every word, and its like score low
///     an article on Long Thành's money: fewer words, and its like score high
///
/// It moves hits among each other and makes no match.
#include <vector>

#include "searcher/index.h"
#include "searcher/query/plan.h"
#include "searcher/rank/rerank.h"

namespace khobao::rank {

/// Adds the feature "neighbours" to the score of the first hits, which then have to be sorted
/// again: how much more than itself the hits score that are most like it, times `share`. `hits`: as
/// rank() sorts them. Throws Xapian errors.
void add_neighbours(const searcher::Index& index, double share, std::vector<Ranked>& hits);

/// The share that counts, 0 to 1: less of queries of two or three words, whose first hits may be
/// about anything, and of pasted headlines, which hold the article's own words.
double share_of_neighbours(const query::Plan& plan);

}  // namespace khobao::rank
