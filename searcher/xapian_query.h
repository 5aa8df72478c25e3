#pragma once
/// Plans as Xapian queries.
///
///   plan       all(đại, hội, no(cúm))
///   match      (đại AND hội) AND_NOT cúm                    exactly the matches, unweighted
///   candidates (đại OR hội OR 0.5*Sđại …) AND_NOT cúm       what relevance order is drawn from
#include <xapian.h>

#include <string>

#include "searcher/query/plan.h"
#include "searcher/request.h"

namespace khobao::searcher {

/// The articles that hold any of the plan's terms, ranked by BM25 over text and title.
Xapian::Query ranked_query(const query::Plan& plan);

/// Articles published in the range; undated ones never are.
Xapian::Query date_query(const DateRange& range);

}  // namespace khobao::searcher
