#pragma once
/// The words that token streams name by number: the syllables and other common words of Vietnamese
/// news, the commonest first (data/vocabulary.txt). It is part of the analyzer's version: an index
/// written with another vocabulary is refused, never misread. Words outside it are spelled out in
/// the article's own stream (common/archive/streams/token_stream.h), so no table of the archive's
/// words has to survive merging, updates and shards.
#include <cstdint>
#include <optional>
#include <string_view>

namespace khobao::text {

using WordId = uint32_t;

class Vocabulary {
 public:
  /// `data`: an image as tables/vocabulary_image.h describes it, in memory that is aligned to its
  /// numbers. It is read where it lies and must outlive the vocabulary.
  explicit Vocabulary(std::string_view data);

  std::optional<WordId> find(std::string_view word) const;
  std::string_view word(WordId id) const {
    const uint32_t begin = id == 0 ? 0 : ends_[id - 1];
    return {bytes_ + begin, ends_[id] - begin};
  }
  size_t size() const { return size_; }

 private:
  const uint32_t* ends_;   // of each word in bytes_
  const uint32_t* slots_;  // open addressing: id + 1, 0 where empty
  const char* bytes_;      // all words in turn
  uint32_t size_, slot_count_;
};

/// The vocabulary that is linked into both programs.
const Vocabulary& vocabulary();

}  // namespace khobao::text
