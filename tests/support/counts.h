#pragma once
#include <string>
#include <vector>

#include "common/archive/statistics.h"

namespace khobao::test {

/// The statistics of an archive of these texts, one article each, every pair counted as if it stood
/// twice (pairs seen once are left out of statistics).
archive::Statistics statistics_of(const std::vector<std::string>& texts);

}  // namespace khobao::test
