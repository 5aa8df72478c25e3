#pragma once
/// Articles with scores as a leaf of a Xapian query, so that filters, exclusions and the choice of
/// the best are Xapian's.
#include <xapian.h>

#include <memory>
#include <string>
#include <vector>

namespace khobao::searcher {

/// A Xapian query that matches the articles of `database` whose score is above 0, and weighs them
/// by it. `scores`: by docid, as the database numbers them, also where it is made of several
/// layers. `description`: as the query shows itself to --explain.
Xapian::Query score_query(std::shared_ptr<const std::vector<float>> scores,
                          const Xapian::Database& database, std::string description);

}  // namespace khobao::searcher
