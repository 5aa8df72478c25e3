#pragma once
/// --kind and --undated: filters by what an article is, not by what it says.
#include "searcher/request.h"
#include "searcher/xapian_types.h"

namespace khobao::filter {

/// `query` less the pages of other kinds than wanted.
Xapian::Query keep_kinds(const Xapian::Query& query, searcher::Kinds kinds);

/// What of `query` has no date.
Xapian::Query keep_undated(const Xapian::Query& query);

}  // namespace khobao::filter
