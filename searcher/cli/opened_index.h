#pragma once
#include "common/base/result.h"
#include "common/cli/environment.h"
#include "searcher/cli/options.h"
#include "searcher/index.h"

namespace khobao::searcher {

/// The archives of --db, as one; see Index::open().
Result<Index> opened_index(const Options& options, const cli::Environment& environment);

/// A usage error for what cannot be answered of an archive that servers have.
Result<void> check_answerable(const Index& index, const Options& options);

/// What becomes of an error that was met in searching `index`. Where several archives are searched
/// and something is damaged, what is kept of them as a whole is thrown away, for it may be that.
Error after_damage(Error error, const Index& index);

}  // namespace khobao::searcher
