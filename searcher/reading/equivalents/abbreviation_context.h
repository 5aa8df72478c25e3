#pragma once
/// An abbreviation with several meanings is read by the words beside it:
///
///   TCT Đường sắt   ->   tổng công ty, since "ty đường" stands in the archive and "thuế đường" does not
///   BCH Quân sự     ->   bộ chỉ huy
#include <span>
#include <string>
#include <vector>

#include "common/archive/statistics.h"
#include "searcher/query/interpreter.h"

namespace khobao::reading {

/// Lowers the weight of the meanings of a word that stand between its neighbours more seldom than
/// the best one; without evidence for any nothing changes.
void weigh_by_neighbours(std::span<const std::string> words, const archive::Statistics& statistics,
                         std::vector<query::Equivalent>& meanings);

}  // namespace khobao::reading
