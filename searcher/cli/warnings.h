#pragma once
#include "common/cli/environment.h"
#include "searcher/request.h"

namespace khobao::searcher {

/// What the reader of numbers, paths, tables and runs must know beside them, a line each on
/// standard error: warnings of the query, words searched as others, what was too much to read, and
/// which year an option was taken for. Text and JSON answers hold it themselves.
void warn_beside(const SearchRequest& request, const SearchResponse& response,
                 const cli::Environment& environment);

/// One such line.
void warn_of(const Message& message, const cli::Environment& environment);

}  // namespace khobao::searcher
