#pragma once
/// Where the grammar is reading.
#include "common/names/shaped_words.h"
#include "indexer/recognise/grammar/found.h"

namespace khobao::recognise {

inline constexpr int kMaxDepth = 4;  ///< bodies of bodies of bodies

struct GrammarAt {
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
