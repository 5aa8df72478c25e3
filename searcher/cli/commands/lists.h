#pragma once
#include "common/base/result.h"
#include "common/cli/environment.h"
#include "searcher/cli/options.h"
#include "searcher/index.h"

namespace khobao::searcher {

/// -l and -0: the path of every match.
Result<int> list_matches(const Index& index, const Options& options, const SearchRequest& request,
                         const cli::Environment& environment);

/// --list: the values of a field that begin with the query's words, with how many articles have
/// each; all of them, or as many as --limit says. To a terminal through the pager.
Result<int> list_names(const Index& index, const Options& options, const SearchRequest& request,
                       const cli::Environment& environment);

/// --count: how many articles match.
Result<int> count_matches(Index& index, SearchRequest request, const cli::Environment& environment);

}  // namespace khobao::searcher
