#pragma once
#include <string>
#include <vector>

#include "common/base/result.h"
#include "searcher/index.h"
#include "searcher/request.h"

namespace khobao::show {

/// Tells of each hit which names and which of the words `telling`, the most telling first, it has
/// in common with the article `id`. Throws Xapian errors.
Result<void> tell_likeness(const searcher::Index& index, const std::string& id,
                           const std::vector<std::string>& telling,
                           std::vector<searcher::Hit>& hits);

}  // namespace khobao::show
