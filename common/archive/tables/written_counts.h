#pragma once
#include <optional>

#include "common/archive/generations/generation.h"
#include "common/archive/statistics.h"

namespace khobao::archive {

/// All that a generation counted, the pairs that searches do without (rare_pairs.h) included;
/// nothing where its files are not as written, or an older program wrote fewer.
std::optional<WordCounts> written_counts(const Generation& generation, const Manifest& manifest);

}  // namespace khobao::archive
