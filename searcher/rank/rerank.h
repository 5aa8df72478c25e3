#pragma once
/// The second stage of relevance ranking: the candidates are read as token streams and scored by
/// the features of features.h.
#include <vector>

#include "searcher/filter/field_filters.h"
#include "searcher/index.h"
#include "searcher/match/work_limit.h"
#include "searcher/query/plan.h"
#include "searcher/rank/candidates.h"
#include "searcher/rank/features.h"

namespace khobao::rank {

struct Ranked {
  Xapian::docid docid = 0;
  double score = 0;          ///< rounded to kScoreDecimals
  double bm25 = 0;           ///< the candidate's
  bool full = false;         ///< the article matches the whole plan
  FeatureValues features{};  ///< before weighting
};

/// A score as it is compared and shown.
double rounded_score(double score);

/// Scores the candidates, in their order. `filters`: what the plan's filters mean. What reading
/// them costs is spent from `limit`, where one is given.
std::vector<Ranked> score(const searcher::Index& index, const query::Plan& plan,
                          const std::vector<Candidate>& candidates,
                          const filter::FieldFilters* filters = nullptr,
                          match::WorkLimit* limit = nullptr);

/// Sorts by falling score, then date, then id (Slot::order).
std::vector<Ranked> rank(const searcher::Index& index, std::vector<Ranked> hits);

}  // namespace khobao::rank
