#pragma once
/// Which terms of its articles a search of a served archive asks of its copy of them: indexing all
/// would take longer than the rest of the search.
#include <set>
#include <string>
#include <vector>

#include "common/archive/facet_names.h"
#include "common/archive/schema.h"
#include "searcher/xapian_types.h"

namespace khobao::gather {

/// Adds the terms of a query, of whatever kinds.
void add_terms(const Xapian::Query& query, std::set<std::string>& terms);

/// The words among the terms, those of titles without their prefix, each once.
std::vector<std::string> words_among(const std::set<std::string>& terms);

struct FieldTerm {
  std::string term;
  archive::FieldId field;
  archive::FacetId id;
};
/// The names of fields among them; `names`: of the archive.
std::vector<FieldTerm> field_terms_among(const std::set<std::string>& terms,
                                         const archive::FacetNames& names);

/// Those of place_terms.h.
std::vector<std::string> place_terms_among(const std::set<std::string>& terms);

}  // namespace khobao::gather
