#pragma once
#include "common/base/result.h"
#include "common/cli/environment.h"
#include "searcher/cli/options.h"
#include "searcher/index.h"

namespace khobao::searcher {

/// --diff: what the second of two articles changed of the first, as text or JSON.
Result<int> diff_articles(Index& index, const Options& options,
                          const cli::Environment& environment);

}  // namespace khobao::searcher
