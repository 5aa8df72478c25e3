#pragma once
#include "common/base/result.h"
#include "indexer/cli/command_options.h"

namespace khobao::indexer {

/// `backup FOLDER`: the live generation as an archive of its own, while searches and updates go on.
Result<int> run_backup(const Options& options, const cli::Environment& environment);

/// `restore FOLDER`: compares a backup with its checksums, then makes the archive of it. Nothing is
/// written over an archive that is there.
Result<int> run_restore(const Options& options, const cli::Environment& environment);

}  // namespace khobao::indexer
