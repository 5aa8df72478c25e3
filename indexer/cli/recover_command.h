#pragma once
#include "common/base/result.h"
#include "indexer/cli/command_options.h"

namespace khobao::indexer {

/// `recover`: which generations are whole, and the newest of them, or the one that is named, made
/// live again. index_corrupt where none is whole.
Result<int> run_recover(const Options& options, const cli::Environment& environment);

}  // namespace khobao::indexer
