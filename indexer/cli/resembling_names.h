#pragma once
#include <optional>
#include <string>

#include "common/base/result.h"

namespace khobao::indexer {

/// Corrections in `file` that name organisations: one that is not known, but resembles a known one by
/// a slip or two, is a usage error that asks for that one, for it would stand in facets beside it.
/// `names_file`: --names of this run; nullopt: those that the archive keeps.
Result<void> check_new_organisations(const std::string& db, const std::string& file,
                                     const std::optional<std::string>& names_file);

}  // namespace khobao::indexer
