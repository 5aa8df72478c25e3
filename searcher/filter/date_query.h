#pragma once
#include <xapian.h>

#include "searcher/request.h"

namespace khobao::filter {

/// Articles published in the range; undated ones never are.
Xapian::Query date_query(const searcher::DateRange& range);

}  // namespace khobao::filter
