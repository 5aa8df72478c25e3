#pragma once
#include "common/base/result.h"
#include "common/cli/environment.h"
#include "searcher/cli/options.h"
#include "searcher/index.h"

namespace khobao::searcher {

/// Does what the command line asks: one search, a batch, a list of paths, a count or one article.
/// Returns the exit status.
Result<int> answer(const Options& options, const std::vector<std::string>& arguments,
                   const cli::Environment& environment);

/// The same for a request that was read, of an index that is open.
Result<int> answer_request(Index& index, const Options& options,
                           const std::vector<std::string>& arguments, const SearchRequest& request,
                           const cli::Environment& environment);

}  // namespace khobao::searcher
