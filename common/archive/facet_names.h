#pragma once
/// The names of facet values. Documents and match spies know them by number (facet_id()); this
/// table, written with each generation, gives them back, and is what --org and --list look through.
///
/// File: "KBFN" version count, then per value, sorted by id: id (8 bytes), offset of its name (4
/// bytes); one more offset; the names, each after one byte for its field, the number of its slot.
#include <string>
#include <string_view>
#include <vector>

#include "common/archive/disk/checked_map.h"
#include "common/archive/fields.h"
#include "common/archive/schema.h"
#include "common/base/result.h"

namespace khobao::archive {

class FacetNames {
 public:
  struct Value {
    FacetId id = 0;
    FieldId field = FieldId::organisation;
    std::string_view name;
  };

  /// Maps the file; index_corrupt where it is damaged. With `sums`, all that is read of it later is
  /// compared, too, and DamagedBytes thrown where it is not what was written.
  static Result<FacetNames> open(const std::string& path,
                                 std::shared_ptr<const SummedFiles> sums = nullptr);

  size_t size() const { return count_; }
  /// Of a damaged entry the name is "".
  Value operator[](size_t index) const;

  /// The name of an id of this field; "" where it is not known.
  std::string_view name(FieldId field, FacetId id) const;

 private:
  CheckedMap map_;
  const char* entries_ = nullptr;
  const char* names_ = nullptr;
  size_t count_ = 0;
  size_t name_bytes_ = 0;
};

/// `names`: field and name, in any order, without repeats.
Result<void> write_facet_names(const std::string& path,
                               const std::vector<std::pair<FieldId, std::string>>& names);

}  // namespace khobao::archive
