#pragma once
#include <iosfwd>

#include "common/base/result.h"
#include "common/text/dates/calendar.h"
#include "searcher/cli/options.h"
#include "searcher/request.h"

namespace khobao::searcher {

/// What was typed as a request. Usage errors name the option and the values it takes; the query
/// comes from the words, or from --query-file (- for `in`).
/// `today`: for dates that are told from it ("hôm qua") or have no year.
Result<SearchRequest> read_request(const Options& options, std::istream& in, text::Day today);

}  // namespace khobao::searcher
