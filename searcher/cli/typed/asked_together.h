#pragma once
#include "common/base/result.h"
#include "searcher/cli/options.h"

namespace khobao::searcher {

/// A usage error where an option lacks the one that it is of, or excludes another that was given.
Result<void> check_asked_together(const Options& options);

}  // namespace khobao::searcher
