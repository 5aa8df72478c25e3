#pragma once
#include <iosfwd>

#include "searcher/cli/options.h"

namespace khobao::searcher {

/// Does what the command line asks: one search, a batch, a list of paths, a count or one article.
/// Returns the exit status.
Result<int> answer(const Options& options, std::ostream& out, std::ostream& err);

}  // namespace khobao::searcher
