#pragma once
#include "common/base/result.h"
#include "indexer/cli/command_options.h"

namespace khobao::indexer {

/// `export FOLDER`: the articles as JSON Lines and as tables; `export -`: as JSON Lines on standard
/// output.
Result<int> run_export(const Options& options, const cli::Environment& environment);

}  // namespace khobao::indexer
