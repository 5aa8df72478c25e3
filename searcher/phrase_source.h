#pragma once
/// Phrases as leaves of a Xapian query: the articles that hold one are found by intersecting the
/// posting lists of its words and checking each article's token stream, once per query.
#include <xapian.h>

#include <memory>
#include <string>
#include <vector>

namespace khobao::searcher {

/// The articles of one database that hold the words of a phrase side by side, ascending.
std::vector<Xapian::docid> articles_with_phrase(const Xapian::Database& database,
                                                const std::vector<std::string>& terms);

/// A Xapian query that matches exactly these articles, without weight.
Xapian::Query docid_query(std::shared_ptr<const std::vector<Xapian::docid>> docids);

}  // namespace khobao::searcher
