#pragma once
/// What was gathered of a served archive, as a Xapian database in memory that a search can ask as it
/// asks an archive's own: their documents have the words, names and values that its queries, filters
/// and facets read, and none that they do not.
///
/// An article's words are in its token stream, its names known by the ids of facets.
#include <set>
#include <string>

#include "common/archive/facet_names.h"
#include "common/archive/remote/gathered_articles.h"

namespace khobao::gather {

/// Of the articles that were chosen, by their numbers. `terms`: all that will be asked for. Throws as
/// GatheredArticles does.
Xapian::Database local_copy(archive::GatheredArticles& articles, const std::set<std::string>& terms,
                            const archive::FacetNames& names);

}  // namespace khobao::gather
