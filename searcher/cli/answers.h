#pragma once
#include "common/base/result.h"
#include "common/cli/environment.h"
#include "searcher/cli/options.h"

namespace khobao::searcher {

/// Does what the command line asks: one search, a batch, a list of paths, a count or one article.
/// Returns the exit status.
Result<int> answer(const Options& options, const std::vector<std::string>& arguments,
                   const cli::Environment& environment);

}  // namespace khobao::searcher
