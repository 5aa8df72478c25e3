#pragma once
/// A set of articles as a leaf of a Xapian query.
#include <xapian.h>

#include <memory>
#include <vector>

namespace khobao::searcher {

/// A Xapian query that matches exactly these articles of one database, without weight. `docids`:
/// ascending.
Xapian::Query docid_query(std::shared_ptr<const std::vector<Xapian::docid>> docids);

}  // namespace khobao::searcher
