#pragma once
/// The inputs that could not be read in past runs, so that a run by cron tells each of them once and
/// `status` tells them any time.
///
/// File DB/skipped.inputs: a line each, path, tab, reason. Losing it makes the next run tell them
/// again, nothing else.
#include <string>
#include <vector>

#include "indexer/input/scan.h"

namespace khobao::indexer {

/// What the last runs skipped, by path; empty where nothing is known.
std::vector<input::Skipped> known_skips(const std::string& db);

/// Those of `skipped` that are not among `known` with the same reason.
std::vector<input::Skipped> new_skips(const std::vector<input::Skipped>& skipped,
                                      const std::vector<input::Skipped>& known);

/// Remembers what a run over `targets` skipped (none: over everything); what is known of inputs
/// elsewhere stays. Failing to is no failure of the run.
void remember_skips(const std::string& db, const std::vector<input::Target>& targets,
                    const std::vector<input::Skipped>& skipped,
                    std::vector<input::Skipped> known);

}  // namespace khobao::indexer
