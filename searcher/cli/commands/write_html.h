#pragma once
#include "common/base/result.h"
#include "common/cli/environment.h"
#include "searcher/cli/options.h"
#include "searcher/index.h"

namespace khobao::searcher {

/// --format html: the answer, its timeline and the articles of each bar as one page. `arguments`:
/// those of this run, which the page states.
Result<int> write_html(Index& index, const Options& options,
                       const std::vector<std::string>& arguments, const SearchRequest& request,
                       const cli::Environment& environment);

}  // namespace khobao::searcher
