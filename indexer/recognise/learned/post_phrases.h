#pragma once
/// The phrases of data/posts.tsv, by the hashes of their words, as the build lays them out
/// (learned/linked/linked_tables.h) and they are read in place.
#include <cstdint>
#include <string_view>
#include <vector>

#include "common/names/shaped_words.h"
#include "indexer/recognise/learned/slots.h"

namespace khobao::recognise {

/// What a phrase is beside a person's name; the file's first column.
enum class PostPhrase : uint32_t { post, title, before, inside, ends };

class PostPhrases {
 public:
  /// What the build made of the file.
  PostPhrases();
  /// Another file.
  explicit PostPhrases(std::string_view file);

  /// Words of the longest phrase of the kind at `pos`, before `end`; 0 where there is none.
  size_t at(PostPhrase kind, const std::vector<names::Word>& words, size_t pos, size_t end) const;
  std::string_view bytes() const { return slots_.bytes(); }

 private:
  static constexpr size_t kMaxWords = 6;
  struct Slot {
    PostPhrase kind = PostPhrase::post;
    uint32_t count = 0;  ///< of words; 0 is empty
    uint32_t words[kMaxWords] = {};
  };
  static size_t first_slot(PostPhrase kind, uint32_t first_word) {
    return first_word + static_cast<uint32_t>(kind) * size_t{0x9E3779B9};
  }
  static std::vector<Slot> slots_of(std::string_view file);

  Slots<Slot> slots_;  ///< at most a quarter full
};

}  // namespace khobao::recognise
