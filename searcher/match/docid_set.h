#pragma once
/// Sets of articles, a bit for each docid: what wide queries are worked out with. Xapian keeps an
/// entry of a tree for each word while it walks through postings, which for some hundred words
/// takes a microsecond a posting; here each word is read once, and the rest is a few operations on
/// 64 articles at a time.
#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "searcher/xapian_types.h"

namespace khobao::match {

class DocidSet {
 public:
  /// Holds nothing; `most`: the highest docid that it may ever hold.
  explicit DocidSet(Xapian::docid most) : words_(most / kBits + 1) {}

  void add(Xapian::docid docid) { words_[docid / kBits] |= uint64_t{1} << docid % kBits; }

  DocidSet& operator&=(const DocidSet& other) {
    return joined(other, [](auto a, auto b) { return a & b; });
  }
  DocidSet& operator|=(const DocidSet& other) {
    return joined(other, [](auto a, auto b) { return a | b; });
  }
  DocidSet& operator-=(const DocidSet& other) {
    return joined(other, [](auto a, auto b) { return a & ~b; });
  }

  /// Ascending.
  std::vector<Xapian::docid> docids() const {
    std::vector<Xapian::docid> out;
    for (size_t i = 0; i < words_.size(); ++i) {
      for (uint64_t word = words_[i]; word != 0; word &= word - 1)
        out.push_back(
            static_cast<Xapian::docid>(i * kBits + static_cast<size_t>(std::countr_zero(word))));
    }
    return out;
  }

  size_t bytes() const { return words_.size() * sizeof(uint64_t); }

 private:
  static constexpr size_t kBits = 64;

  // Both are of the same archive, and as long.
  template <class Operation>
  DocidSet& joined(const DocidSet& other, Operation operation) {
    std::transform(words_.begin(), words_.end(), other.words_.begin(), words_.begin(), operation);
    return *this;
  }

  std::vector<uint64_t> words_;
};

}  // namespace khobao::match
