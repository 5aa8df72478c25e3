#pragma once
#include "common/base/result.h"
#include "indexer/cli/command_options.h"

namespace khobao::indexer {

/// `publish`: the live articles as Xapian databases for Xapian's own servers (indexer/publish).
Result<int> run_publish(const Options& options, const cli::Environment& environment);

}  // namespace khobao::indexer
