#pragma once
/// Where the grammar is reading; shared by the files that implement it.
#include "common/names/grammar.h"

namespace khobao::names {

inline constexpr int kMaxDepth = 4;  ///< bodies of bodies of bodies

struct Grammar::At {
  const Paragraph& paragraph;
  size_t number = 0;
  bool football = false;
  Reading& out;

  const std::vector<Word>& words() const { return paragraph.words; }
  bool has(size_t pos) const { return pos < paragraph.words.size(); }
  /// The word stands behind nothing but a space.
  bool spaced(size_t pos) const { return has(pos) && words()[pos].before == sep::kSpace; }
};

}  // namespace khobao::names
