#pragma once
/// The words that token streams name by number: the syllables and other common words of Vietnamese
/// news, the commonest first (data/vocabulary.txt). It is part of the analyzer's version: an index
/// written with another vocabulary is refused, never misread. Words outside it are spelled out in
/// the article's own stream (common/archive/streams/token_stream.h), so no table of the archive's
/// words has to survive merging, updates and shards.
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace khobao::text {

using WordId = uint32_t;

class Vocabulary {
 public:
  /// `data`: an image as tables/vocabulary_image.h describes it. The words point into it.
  explicit Vocabulary(std::string_view data);

  std::optional<WordId> find(std::string_view word) const;
  std::string_view word(WordId id) const { return words_[id]; }
  size_t size() const { return words_.size(); }

 private:
  std::vector<std::string_view> words_;
  std::vector<uint32_t> slots_;  // open addressing: id + 1, 0 where empty
};

/// The vocabulary that is linked into both programs.
const Vocabulary& vocabulary();

}  // namespace khobao::text
