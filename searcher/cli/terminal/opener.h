#pragma once
#include "common/archive/article.h"
#include "common/base/result.h"
#include "common/cli/environment.h"

namespace khobao::searcher {

/// Starts the editor ($VISUAL, else $EDITOR, else vi) on the article's file, at its line where it
/// is a record of JSON Lines, or, with `desktop`, xdg-open on its address or file, and waits for
/// it. An input error where the file is gone or the program cannot be started.
Result<void> open_outside(const archive::Article& article, bool desktop,
                          const cli::Environment& environment);

}  // namespace khobao::searcher
