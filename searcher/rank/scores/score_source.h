#pragma once
/// Articles with scores as a leaf of a Xapian query, so that filters, exclusions and the choice of
/// the best are Xapian's.
#include <memory>
#include <string>
#include <vector>

#include "searcher/xapian_types.h"

namespace khobao::rank {

struct ArticleScores {
  ArticleScores(std::vector<float> by_docid, std::string description);

  /// As the database numbers the articles, also where it is made of several layers.
  std::shared_ptr<const std::vector<float>> by_docid;
  std::string description;  ///< as the query shows itself to --explain
  Xapian::doccount above_0 = 0;
  float most = 0;

  /// A score that about `count` articles reach, told from a sample; 0 where there are fewer.
  float of_best(size_t count) const;
};

/// A Xapian query that matches the articles of `database` whose score is above 0 and not below
/// `at_least`, and weighs them by it.
Xapian::Query score_query(const ArticleScores& scores, const Xapian::Database& database,
                          float at_least = 0);

}  // namespace khobao::rank
