#pragma once
#include <iosfwd>

#include "searcher/request.h"

namespace khobao::searcher {

/// What the reader of numbers, paths, tables and runs must know beside them, a line each on
/// standard error: warnings of the query, words searched as others, what was too much to read, and
/// which year an option was taken for. Text and JSON answers hold it themselves.
void warn_beside(const SearchRequest& request, const SearchResponse& response, std::ostream& err);

}  // namespace khobao::searcher
