#pragma once
/// Answers that are longer than the window go through a pager, as bat and git do it.
#include <string>

#include "common/base/result.h"
#include "common/cli/environment.h"
#include "searcher/cli/terminal/window.h"

namespace khobao::searcher {

/// Shows `text` in the window: as it is where it fits, else through $PAGER, or less -FRX where that
/// is not set. A pager that cannot be started is passed over, and the text printed.
Result<void> show_paged(const std::string& text, const Window& window,
                        const cli::Environment& environment);

}  // namespace khobao::searcher
