#pragma once
#include <string>

#include "common/base/result.h"
#include "searcher/request.h"

namespace khobao::filter {

/// The days that --from and --to mean: YYYY, YYYY-MM or YYYY-MM-DD, both ends included, so that
/// "2020" as `to` ends on 31 December. "" leaves an end open. A usage error names the option, the
/// value and the form; also where the end lies before the beginning.
Result<searcher::DateRange> date_range(const std::string& from, const std::string& to);

}  // namespace khobao::filter
