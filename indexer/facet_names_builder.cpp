#include "indexer/facet_names_builder.h"

#include <xapian.h>

#include "common/archive/facet_names.h"
#include "common/archive/xapian_guard.h"

namespace khobao::indexer {

Result<void> build_facet_names(const archive::Generation& generation) {
  using archive::FacetField;
  std::vector<std::pair<FacetField, std::string>> names;
  auto read = archive::guarded("read the index", generation.index(), [&]() -> Result<void> {
    const Xapian::Database database(generation.index());
    for (const auto& [field, prefix] :
         {std::pair{FacetField::organisation, archive::kOrganisationPrefix},
          std::pair{FacetField::source, archive::kSourcePrefix},
          std::pair{FacetField::document, archive::kDocumentPrefix}}) {
      const std::string terms(prefix);
      const auto end = database.allterms_end(terms);
      for (auto term = database.allterms_begin(terms); term != end; ++term) {
        const std::string name = (*term).substr(terms.size());
        if (!name.starts_with('\1'))
          names.emplace_back(field, name);  // a hashed key: the name is not there
      }
    }
    return {};
  });
  if (!read) return read;
  return archive::write_facet_names(generation.facet_names(), names);
}

}  // namespace khobao::indexer
