#include "common/archive/tables/facet_names_builder.h"

#include <xapian.h>

#include "common/archive/deleted_facets.h"
#include "common/archive/facet_names.h"
#include "common/archive/facets/name_forms.h"
#include "common/archive/xapian_guard.h"
#include "common/language/say.h"

namespace khobao::archive {

Result<void> build_facet_names(const std::string& db, const LayeredIndex& index,
                               const Generation& to) {
  std::vector<std::pair<FieldId, std::string>> names;
  auto read = guarded(say("read the index"), db, [&]() -> Result<void> {
    const DeletedFacets deleted(index);
    for (const FieldRow& field : kFields) {
      if (field.kind != FieldKind::name) continue;
      const std::string terms(field.prefix);
      const auto end = index.database().allterms_end(terms);
      for (auto term = index.database().allterms_begin(terms); term != end; ++term) {
        const std::string name = (*term).substr(terms.size());
        if (name.starts_with('\1')) continue;  // a hashed key: the name is not there
        if (term.get_termfreq() > deleted.count(field.id, name)) names.emplace_back(field.id, name);
      }
    }
    return {};
  });
  if (!read) return read;
  if (auto written = write_facet_names(to.facet_names(), names); !written) return written;
  const auto table = FacetNames::open(to.facet_names());
  if (!table) return table.error();
  return write_name_forms(to.name_forms(), *table);
}

}  // namespace khobao::archive
