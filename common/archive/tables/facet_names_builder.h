#pragma once
#include "common/archive/generations/generation.h"
#include "common/archive/generations/layered_index.h"
#include "common/base/result.h"

namespace khobao::archive {

/// Gathers the names of all fields that have them (fields.h) from the filter terms of a
/// generation's layers, less those that only deleted articles hold, and writes the tables of
/// common/archive/facet_names.h and facets/name_forms.h. `db`: the database folder.
Result<void> build_facet_names(const std::string& db, const LayeredIndex& index,
                               const Generation& to);

}  // namespace khobao::archive
