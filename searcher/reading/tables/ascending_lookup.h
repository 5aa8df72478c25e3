#pragma once
#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

namespace khobao::reading {

/// The first place from `first` to `last` whose key is not below the word; `last` where there is none.
/// `key(place)` ascends.
template <class Key>
size_t first_not_below(std::string_view word, size_t first, size_t last, const Key& key) {
  while (first < last) {
    const size_t middle = first + (last - first) / 2;
    if (key(middle) < word)
      first = middle + 1;
    else
      last = middle;
  }
  return first;
}

/// Whether words stand in a table in ascending order; `key(place)` is the one at a place below `size`.
/// Asked for words in ascending order, it looks on from where the last one would stand, so that like
/// words cost a comparison or two each.
template <class Key>
class AscendingLookup {
 public:
  AscendingLookup(size_t size, Key key) : size_(size), key_(std::move(key)) {}

  bool holds(std::string_view word) {
    // Ever wider steps pass the word; its place is in the last one.
    size_t step = 1;
    while (at_ + step <= size_ && key_(at_ + step - 1) < word) {
      at_ += step;
      step *= 2;
    }
    at_ = first_not_below(word, at_, std::min(at_ + step - 1, size_), key_);
    return at_ < size_ && key_(at_) == word;
  }

 private:
  size_t size_;
  Key key_;
  size_t at_ = 0;  // all before it are less than the last word
};

}  // namespace khobao::reading
