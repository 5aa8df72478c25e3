#pragma once
#include <cstdint>
#include <vector>

#include "common/cli/environment.h"
#include "indexer/input/scan.h"

namespace khobao::indexer {

/// "indexer: skipped 'PATH': REASON", a line for each input, and how many more there are.
void print_skipped(const std::vector<input::Skipped>& skipped, uint64_t unnamed,
                   const cli::Environment& environment);

}  // namespace khobao::indexer
