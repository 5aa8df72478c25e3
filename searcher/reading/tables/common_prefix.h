#pragma once
#include <algorithm>
#include <cstddef>
#include <string_view>

#include "searcher/reading/tables/ascending_lookup.h"

namespace khobao::reading {

/// How many bytes of `word` some key of a table in ascending order begins with; `key(place)` is the
/// one at a place below `size`.
template <class Key>
size_t longest_common_prefix(std::string_view word, size_t size, Key key) {
  const size_t first = first_not_below(word, 0, size, key);
  // Of all keys, those beside the word's own place have most in common with it.
  size_t longest = 0;
  for (size_t place = first == 0 ? 0 : first - 1; place < size && place <= first; ++place) {
    const std::string_view other = key(place);
    const auto [own, end] = std::mismatch(word.begin(), word.end(), other.begin(), other.end());
    longest = std::max(longest, static_cast<size_t>(own - word.begin()));
  }
  return longest;
}

}  // namespace khobao::reading
