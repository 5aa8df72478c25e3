#pragma once
#include "common/base/result.h"
#include "common/cli/environment.h"
#include "searcher/cli/options.h"
#include "searcher/index.h"

namespace khobao::searcher {

/// --timeline, with --compare and --per-mille: the query over time, as text, JSON or CSV.
Result<int> draw_timeline(Index& index, const Options& options, const SearchRequest& request,
                          const cli::Environment& environment);

}  // namespace khobao::searcher
