#pragma once
/// Groups of phrases that say the same, and where a query holds one of them.
///
///   Moskva | Matxcơva | Mát-xcơ-va      "đi mát xcơ va"  ->  [1, 4) also moskva, matxcơva
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "searcher/query/interpreter.h"
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

  /// Appends, for each phrase of the tables that stands in `words`, the other phrases of its
  /// groups; where several begin at a word, those of the longest. Accents may be missing from a
  /// phrase as a whole ("mat xco va", "hdnd").
  void find(std::span<const std::string> words, std::vector<query::Equivalent>& out) const;

 private:
  struct Phrase {
    Words words;
    double weight = 1;
  };
  using Places = std::unordered_map<std::string, std::vector<std::pair<uint32_t, uint32_t>>>;

  const Places::mapped_type* lookup(std::span<const std::string> words) const;

  std::vector<std::vector<Phrase>> groups_;
  Places by_words_;   ///< joined() phrase to (group, place in it)
  Places by_folded_;  ///< the same without accents, where that differs
  size_t longest_ = 0;
  text::Tokenizer tokenizer_;
};

}  // namespace khobao::reading
