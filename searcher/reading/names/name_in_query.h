#pragma once
#include <string>
#include <vector>

#include "common/archive/fields.h"

namespace khobao::reading {

/// Words of a query that are a name of the archive's, as people are told.
struct NameInQuery {
  std::string words;  ///< as they were read: "phú thọ"
  archive::FieldId field = archive::FieldId::person;
  std::vector<std::string> values;  ///< of the field: "tỉnh Phú Thọ", "thị xã Phú Thọ"
  bool searched = false;            ///< a match names one of them; else it is only offered
  std::string query;  ///< the query with the words as that field: "lũ place:\"phú thọ\""

  bool operator==(const NameInQuery&) const = default;
};

}  // namespace khobao::reading
