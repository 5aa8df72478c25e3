#pragma once
/// Where the grammar is reading; shared by the files that implement it.
#include "indexer/recognise/grammar/grammar.h"

namespace khobao::recognise {

inline constexpr int kMaxDepth = 4;  ///< bodies of bodies of bodies

struct Grammar::At {
  const names::Paragraph& paragraph;
  size_t number = 0;
  bool football = false;
  Reading& out;

  const std::vector<names::Word>& words() const { return paragraph.words; }
  bool has(size_t pos) const { return pos < paragraph.words.size(); }
  /// The word stands after nothing but a space.
  bool spaced(size_t pos) const { return has(pos) && words()[pos].before == names::sep::kSpace; }
};

}  // namespace khobao::recognise
