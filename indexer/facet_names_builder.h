#pragma once
#include "common/archive/generation.h"
#include "common/base/result.h"

namespace khobao::indexer {

/// Gathers the names of all organisations, sources and documents from the filter terms of a
/// finished index and writes the table of common/archive/facet_names.h.
Result<void> build_facet_names(const archive::Generation& generation);

}  // namespace khobao::indexer
