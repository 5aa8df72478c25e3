#pragma once

#include "searcher/request.h"
#include "searcher/xapian_types.h"

namespace khobao::filter {

/// Articles published in the range; undated ones never are.
Xapian::Query date_query(const searcher::DateRange& range);

}  // namespace khobao::filter
