#pragma once
#include "searcher/cli/options.h"
#include "searcher/index.h"

namespace khobao::searcher {

/// --table: crosses two facets of the request's matches, as text, JSON or CSV. Exit 0 with a match,
/// 1 without.
Result<int> draw_table(Index& index, const Options& options, const SearchRequest& request,
                       const cli::Environment& environment);

}  // namespace khobao::searcher
