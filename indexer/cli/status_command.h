#pragma once
#include "common/base/result.h"
#include "indexer/cli/command_options.h"

namespace khobao::indexer {

/// `status`: what the archive holds, for people or as one JSON object.
Result<int> run_status(const Options& options, const cli::Environment& environment);

}  // namespace khobao::indexer
