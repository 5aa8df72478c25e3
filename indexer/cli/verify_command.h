#pragma once
#include "common/base/result.h"
#include "indexer/cli/command_options.h"

namespace khobao::indexer {

/// `verify`: compares checksums, has Xapian check its tables, and compares stored articles with
/// what the index holds of them: a sample, or all with --full. index_corrupt with the way out where
/// something differs. The same of a folder of publications, shard by shard.
Result<int> run_verify(const Options& options, const cli::Environment& environment);

}  // namespace khobao::indexer
