#pragma once
#include <memory>
#include <vector>

#include "common/archive/first_seen.h"
#include "searcher/index.h"

namespace khobao::kept {

/// The articles that the archive holds and did not hold at `moment`: docids, ascending. Reads the
/// ids of all articles where there are any new ones.
Result<std::shared_ptr<const std::vector<uint32_t>>> new_articles(const searcher::Index& index,
                                                                  archive::Stamp moment);

}  // namespace khobao::kept
