#pragma once
#include <xapian.h>

#include <string>
#include <vector>

#include "common/base/result.h"
#include "indexer/commit/statistics_builder.h"

namespace khobao::write {

/// Which articles some layers hold, by id; those marked as deleted do not count.
class ArticlesHeld {
 public:
  /// `layers` must outlive it.
  static Result<ArticlesHeld> open(const std::string& db, const commit::CountedLayers& layers);

  Result<bool> holds(const std::string& id) const;

 private:
  std::string db_;
  const commit::CountedLayers* layers_ = nullptr;
  std::vector<Xapian::Database> databases_;
};

}  // namespace khobao::write
