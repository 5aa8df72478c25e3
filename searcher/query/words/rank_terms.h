#pragma once
/// What a plan's candidates are ranked by, taken from the words of its leaves.
#include "searcher/query/plan.h"
#include "searcher/query/words/leaf_words.h"

namespace khobao::query {

/// Adds the words [begin, end) and the compounds over them to the plan's terms, roles and last run:
/// the likeliest term of each word, after it its other readings and its equivalents of one term;
/// longer equivalents to the plan's own list.
void note_rank_terms(const LeafWords& words, size_t begin, size_t end,
                     const std::vector<PlacedCompound>& compounds, Plan& plan);

}  // namespace khobao::query
