#pragma once
#include <cstdint>
#include <iosfwd>
#include <vector>

#include "indexer/input/scan.h"

namespace khobao::indexer {

/// "indexer: skipped 'PATH': REASON", a line for each input, and how many more there are.
void print_skipped(const std::vector<input::Skipped>& skipped, uint64_t unnamed, std::ostream& err);

}  // namespace khobao::indexer
