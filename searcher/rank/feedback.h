#pragma once
/// Words related to a query, learned from its first hits: articles that tell one story share names
/// and words that nobody who asks for it types.
///
///   ray tàu trên cao hoen gỉ   ->   cát linh, hà đông, đường sắt, tổng thầu
///   nhà băng                   ->   ngân hàng (everyday words, reading/equivalents)
///
/// The ten first hits teach, the better ones more. What they share is counted in the first hits and
/// added to their score as weak evidence; it makes no match. Everyday words also find candidates
/// (relevance.cpp). An article does not teach about itself, or copies of a story would lift each
/// other only by being many.
#include <string>
#include <vector>

#include "searcher/index.h"
#include "searcher/query/plan.h"
#include "searcher/rank/rerank.h"

namespace khobao::rank {

/// False for archives too small to teach, in which nothing but the query's words is looked for.
bool can_teach(const searcher::Index& index);

/// How far the first hits can be believed to be about what was meant, 0 to 1: the less the fewer
/// words were typed.
double trust(const query::Plan& plan);

/// Adds the feature "related" to the score of the first hits, which then have to be sorted again.
/// `hits`: as rank() sorts them. `everyday`: other words for those of the query, as in
/// searcher::PlannedQuery. Returns what was looked for, for the user, the most telling first;
/// nothing where can_teach() is false.
std::vector<std::string> add_feedback(const searcher::Index& index, const query::Plan& plan,
                                      const std::vector<std::vector<std::string>>& everyday,
                                      std::vector<Ranked>& hits);

}  // namespace khobao::rank
