#pragma once
/// The second stage of relevance ranking: the candidates are read as token streams and scored by
/// the features of features.h.
#include <string>
#include <vector>

#include "searcher/candidates.h"
#include "searcher/features.h"
#include "searcher/field_filters.h"
#include "searcher/index.h"
#include "searcher/query/plan.h"

namespace khobao::searcher {

struct Ranked {
  Xapian::docid docid = 0;
  double score = 0;          ///< rounded to kScoreDecimals
  bool full = false;         ///< the article matches the whole plan
  FeatureValues features{};  ///< before weighting
  std::string order;         ///< Slot::order, which breaks ties
};

/// A score as it is compared and shown.
double rounded_score(double score);

/// `filters`: what the plan's filters mean. Scores the candidates and sorts them by falling score,
/// then date, then id.
std::vector<Ranked> rerank(const Index& index, const query::Plan& plan,
                           const std::vector<Candidate>& candidates,
                           const FieldFilters* filters = nullptr);

}  // namespace khobao::searcher
