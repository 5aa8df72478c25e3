#pragma once
#include "common/base/result.h"
#include "common/cli/environment.h"
#include "searcher/cli/options.h"
#include "searcher/index.h"

namespace khobao::searcher {

/// --show, and with it --cite and --open: articles by id, path or number, highlighted with the
/// query or that of the last answer. To a terminal through the pager; else each as soon as it is
/// read, so that many go through one process. Exit status 1 where standard input named some that
/// are not there, or none at all.
Result<int> show_articles(Index& index, const Options& options, const SearchRequest& request,
                          const cli::Environment& environment);

}  // namespace khobao::searcher
