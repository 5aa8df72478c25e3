#include "common/archive/deleted_facets.h"

namespace khobao::archive {
DeletedFacets::DeletedFacets(const LayeredIndex& index,
                             const std::shared_ptr<const std::vector<Xapian::docid>>& left_out) {
  if (!left_out) return;
  for (const FieldRow& row : kFields) {
    if (row.kind != FieldKind::name) continue;
    auto& counts = counts_[static_cast<size_t>(row.id)];
    const auto slot = static_cast<Xapian::valueno>(*row.slot);
    auto values = index.database().valuestream_begin(slot);
    const auto end = index.database().valuestream_end(slot);
    for (const Xapian::docid docid : *left_out) {
      if (values == end) break;
      values.skip_to(docid);
      if (values == end || values.get_docid() != docid) continue;
      const std::string ids = *values;
      for (size_t n = 0; n < facet_id_count(ids); ++n) ++counts[facet_id_at(ids, n)];
    }
  }
}

Xapian::doccount DeletedFacets::count(FieldId field, std::string_view name) const {
  const auto& counts = counts_[static_cast<size_t>(field)];
  if (counts.empty()) return 0;
  const auto found = counts.find(facet_id(name));
  return found == counts.end() ? 0 : found->second;
}

}  // namespace khobao::archive
