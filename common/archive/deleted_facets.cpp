#include "common/archive/deleted_facets.h"

namespace khobao::archive {
namespace {

size_t place_of(FacetField field) {
  return field == FacetField::organisation ? 0 : field == FacetField::source ? 1 : 2;
}

}  // namespace

DeletedFacets::DeletedFacets(const LayeredIndex& index) {
  if (!index.deleted()) return;
  constexpr std::array kSlots = {Slot::organisations, Slot::source, Slot::documents};
  for (size_t i = 0; i < kSlots.size(); ++i) {
    const auto slot = static_cast<Xapian::valueno>(kSlots[i]);
    auto values = index.database().valuestream_begin(slot);
    const auto end = index.database().valuestream_end(slot);
    for (const Xapian::docid docid : *index.deleted()) {
      if (values == end) break;
      values.skip_to(docid);
      if (values == end || values.get_docid() != docid) continue;
      const std::string ids = *values;
      for (size_t n = 0; n < facet_id_count(ids); ++n) ++counts_[i][facet_id_at(ids, n)];
    }
  }
}

Xapian::doccount DeletedFacets::count(FacetField field, std::string_view name) const {
  const auto& counts = counts_[place_of(field)];
  if (counts.empty()) return 0;
  const auto found = counts.find(facet_id(name));
  return found == counts.end() ? 0 : found->second;
}

}  // namespace khobao::archive
