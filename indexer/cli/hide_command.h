#pragma once
#include "common/base/result.h"
#include "indexer/cli/command_options.h"

namespace khobao::indexer {

/// `hide ID --reason TEXT`: the articles are in no answer from now on, through updates and rebuilds.
Result<int> run_hide(const Options& options, const cli::Environment& environment);

/// `unhide ID`: they are read again from their inputs.
Result<int> run_unhide(const Options& options, const cli::Environment& environment);

}  // namespace khobao::indexer
