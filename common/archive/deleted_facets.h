#pragma once
#include <array>
#include <string_view>
#include <unordered_map>

#include "common/archive/facet_names.h"
#include "common/archive/generations/layered_index.h"

namespace khobao::archive {

/// How many articles that do not count hold each facet value: what Xapian's own counts of filter
/// terms have too many.
class DeletedFacets {
 public:
  /// Reads the facet values of all deleted articles; throws Xapian errors.
  explicit DeletedFacets(const LayeredIndex& index) : DeletedFacets(index, index.deleted()) {}
  /// The same of the articles `left_out`: docids, ascending; null for none.
  DeletedFacets(const LayeredIndex& index,
                const std::shared_ptr<const std::vector<Xapian::docid>>& left_out);

  Xapian::doccount count(FieldId field, std::string_view name) const;

 private:
  std::array<std::unordered_map<FacetId, Xapian::doccount>, kFields.size()> counts_;
};

}  // namespace khobao::archive
