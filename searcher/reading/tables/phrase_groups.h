#pragma once
/// Groups of phrases that say the same, from which the image of a PhraseTable is made.
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/reading/equivalents/query_words.h"

namespace khobao::reading {

class PhraseGroups {
 public:
  /// One phrase of a group. A single syllable of Vietnamese ("Viên" for Vienna, "CA" for công an)
  /// is too often a plain word: such phrases are left out.
  struct Form {
    std::string_view text;
    double weight = 1;  ///< how surely it means what the group means
  };

  /// Adds a group; phrases that are the same when tokenized count once.
  void add(std::span<const Form> forms);

  std::string image() const;

 private:
  struct Phrase {
    Words words;
    double weight = 1;
  };

  std::vector<std::vector<Phrase>> groups_;
  text::Tokenizer tokenizer_;
};

}  // namespace khobao::reading
