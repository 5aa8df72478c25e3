#pragma once
/// Removes what no search and no later run needs: generations that were replaced, layers that no
/// generation names, and what a run that was cut short left.
///
/// Removing is the most careful act. Nothing goes unless the pointer was read and is what was
/// written, everything that it names was found whole, and the folder was listed; a generation goes
/// only where it is older than the live one (or was never finished) and no search holds it
/// (generation_use.h). Any doubt keeps it.
#include <string>
#include <vector>

#include "common/archive/generations/wholeness.h"

namespace khobao::archive {

/// What was kept for doubt, as a user reads it; empty where everything unused is gone. `comparison`
/// says how the live generation is found whole: where this run has read and compared it, sizes are
/// enough. It is only looked at where there is something to remove. Call it with the writer lock
/// held and no layer being written.
std::vector<Message> remove_unused(const std::string& db, Comparison comparison);

}  // namespace khobao::archive
