#pragma once
/// A set of articles as a leaf of a Xapian query.
#include <memory>
#include <vector>

#include "searcher/xapian_types.h"

namespace khobao::match {

/// A Xapian query that matches exactly these articles of `database`, without weight. `docids`:
/// ascending, as the database numbers them, also where it is made of several layers.
Xapian::Query docid_query(std::shared_ptr<const std::vector<Xapian::docid>> docids,
                          const Xapian::Database& database);

}  // namespace khobao::match
