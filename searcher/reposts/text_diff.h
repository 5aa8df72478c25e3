#pragma once
/// What one article changed of another: sentence by sentence, and word by word within a sentence.
///
///   same      Cầu dài 412 m.
///   altered   Xã Đồng Mây [khánh thành] {đưa vào sử dụng} cầu Bến Lội.
///   dropped   Dự lễ có bà con hai bờ.
///   added     Cầu tốn 12 tỷ đồng.
///   moved     stands elsewhere
#include <string>
#include <string_view>
#include <vector>

#include "searcher/reposts/sentences.h"

namespace khobao::reposts {

enum class Change : unsigned char { same, altered, dropped, added, moved };

/// "same", "altered", "dropped", "added", "moved".
std::string_view change_name(Change change);

/// A stretch of a sentence: what both have, what only the first or only the second has.
struct WordChange {
  enum class In : unsigned char { both, first, second };
  In in = In::both;
  std::string text;
};

struct SentenceChange {
  Change change = Change::same;
  std::string first, second;      ///< the sentence as each has it; "" where it has it not
  std::vector<WordChange> words;  ///< of altered ones, in reading order
};

/// The changes that lead from `first` to `second`, in the order of reading. Sentences of which more
/// than half the words are the same count as one that was altered.
std::vector<SentenceChange> text_diff(const std::vector<Sentence>& first,
                                      const std::vector<Sentence>& second);

}  // namespace khobao::reposts
