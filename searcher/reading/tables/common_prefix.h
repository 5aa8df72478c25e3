#pragma once
#include <algorithm>
#include <cstddef>
#include <string_view>

namespace khobao::reading {

/// How many bytes of `word` some key of a table in ascending order begins with; `key(place)` is the
/// one at a place below `size`.
template <class Key>
size_t longest_common_prefix(std::string_view word, size_t size, Key key) {
  size_t first = 0, last = size;
  while (first < last) {
    const size_t middle = first + (last - first) / 2;
    if (key(middle) < word)
      first = middle + 1;
    else
      last = middle;
  }
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
