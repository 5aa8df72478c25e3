#pragma once
#include <string>

namespace khobao::reading {

/// A whole query as it may have been meant.
struct Suggestion {
  std::string query;
  bool searched = false;  ///< it was searched in place of what was typed

  bool operator==(const Suggestion&) const = default;
};

}  // namespace khobao::reading
