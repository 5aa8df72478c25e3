#pragma once
#include <xapian.h>

#include "searcher/request.h"

namespace khobao::searcher {

/// Articles published in the range; undated ones never are.
Xapian::Query date_query(const DateRange& range);

}  // namespace khobao::searcher
