#pragma once
/// --save, --saved, --run and --forget.
#include "searcher/cli/options.h"
#include "searcher/index.h"

namespace khobao::searcher {

/// Keeps the search under options.save; it is planned first, so that what cannot be asked is told
/// now rather than every night.
Result<int> save_search(const Index& index, const Options& options, const SearchRequest& request,
                        const cli::Environment& environment);

/// Prints all kept searches, as text or JSON. Exit 1 where there are none.
Result<int> list_saved(const Options& options, const cli::Environment& environment);

/// Forgets the search or dossier of the name.
Result<int> forget(const Options& options, const cli::Environment& environment);

/// Answers the kept search with what else was typed, and with --since-last only among the articles
/// that the archive did not hold at its last run. The run counts as the last one once its answer
/// has been written out whole.
Result<int> run_saved(const Options& options, const cli::Environment& environment);

}  // namespace khobao::searcher
