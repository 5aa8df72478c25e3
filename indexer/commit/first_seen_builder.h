#pragma once
#include <string>

#include "common/archive/generations/generation.h"
#include "common/base/result.h"
#include "indexer/change/known_inputs.h"

namespace khobao::commit {

/// Writes first.seen of the generation `to`, which holds the articles of `known`, going on with that
/// of the live generation of `db`, whatever run replaces it. Where an older program wrote that one,
/// its articles are held since before anything was kept. Where its file is damaged, all articles are
/// new: told twice is better than never.
Result<void> build_first_seen(const std::string& db, const change::KnownInputs& known,
                              const archive::Generation& to);

}  // namespace khobao::commit
