#pragma once
/// `--history ID`: the texts of one article that the archive has, newest first.
#include "common/cli/environment.h"
#include "searcher/cli/options.h"
#include "searcher/index.h"

namespace khobao::searcher {

/// As --format text, tsv or json. A usage error where there is no article of this id.
Result<int> list_history(Index& index, const Options& options, const cli::Environment& environment);

/// The id of the text that came before that of `id`; a usage error where the archive has none.
/// Throws Xapian errors.
Result<std::string> text_before(const Index& index, const std::string& id);

}  // namespace khobao::searcher
