#include "searcher/filter/kind_filter.h"

#include <xapian.h>

#include <string>

#include "common/archive/schema.h"

namespace khobao::filter {

using Xapian::Query;

Query keep_kinds(const Query& query, searcher::Kinds kinds) {
  const Query listings{std::string(archive::kListingTerm)};
  switch (kinds) {
    case searcher::Kinds::articles: return Query(Query::OP_AND_NOT, query, listings);
    case searcher::Kinds::listings: return Query(Query::OP_FILTER, query, listings);
    case searcher::Kinds::all: break;
  }
  return query;
}

Query keep_undated(const Query& query) {
  return Query(Query::OP_FILTER, query, Query(std::string(archive::kUndatedTerm)));
}

}  // namespace khobao::filter
