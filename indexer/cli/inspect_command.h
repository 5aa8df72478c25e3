#pragma once
#include "common/base/result.h"
#include "indexer/cli/command_options.h"

namespace khobao::indexer {

/// `inspect`: how each article is understood, without an index. Exit status 1 where inputs were
/// skipped.
Result<int> run_inspect(const Options& options, const cli::Environment& environment);

}  // namespace khobao::indexer
