#pragma once
#include "common/base/result.h"
#include "indexer/cli/command_options.h"

namespace khobao::indexer {

/// `update`: creates the archive or brings it up to date; `rebuild`: writes it afresh. Skipped
/// inputs go to environment.err, the summary to environment.out. Exit status 1 where inputs were
/// skipped.
Result<int> run_update(const Options& options, const cli::Environment& environment);
Result<int> run_rebuild(const Options& options, const cli::Environment& environment);

}  // namespace khobao::indexer
