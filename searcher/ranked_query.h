#pragma once
/// Plans as the Xapian queries that candidates are drawn from, ranked by BM25 over text and title.
///
///   plan       all(nga, thử, nghiệm, tên, lửa, của)
///   ranked     (nga OR Snga*½) OR (thử OR Sthử*½) OR … OR (của OR Scủa*½)
///   telling    (nga OR lửa) AND_MAYBE (nghiệm OR thử OR tên OR Snga*½ OR …)
#include <xapian.h>

#include "searcher/query/plan.h"

namespace khobao::searcher {

/// The articles that hold any of the plan's terms.
Xapian::Query ranked_query(const query::Plan& plan);

/// The same with the words that tell little left aside, which costs a third on headlines: articles
/// must hold one of the rarest words, those of middling frequency only add to the score, and the
/// commonest are not read. (MaxScore's essential and non-essential lists, Turtle & Flood 1995, but
/// told by posting counts alone, so that not every article has to be looked at.) Queries of a few
/// words are hardly ever cut. `database` tells the frequencies.
Xapian::Query telling_query(const query::Plan& plan, const Xapian::Database& database);

}  // namespace khobao::searcher
