#pragma once
#include "common/base/result.h"
#include "common/cli/environment.h"
#include "searcher/cli/options.h"
#include "searcher/index.h"

namespace khobao::searcher {

/// --batch: answers a file of queries, id<TAB>query a line, in a format that can hold several
/// answers. A line that is none, or whose query cannot be read, is named on standard error and left
/// out. `request`: what holds for all queries. Exit status 0 where any query had a hit.
Result<int> run_batch(Index& index, const Options& options, SearchRequest request,
                      const cli::Environment& environment);

}  // namespace khobao::searcher
