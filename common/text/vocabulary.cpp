#include "common/text/vocabulary.h"

#include <cstring>

#include "common/text/analyzer.h"
#include "common/text/tables/vocabulary_image.h"

extern "C" {
extern const char khobao_vocabulary_begin[];
extern const char khobao_vocabulary_end[];
extern const char khobao_vocabulary_image_begin[];
extern const char khobao_vocabulary_image_end[];
}

namespace khobao::text {

// One pass over the ends, one copy of the slots: what takes time, hashing, was done by the build.
Vocabulary::Vocabulary(std::string_view data) {
  uint32_t sizes[2];
  std::memcpy(sizes, data.data(), sizeof sizes);
  const char* const ends = data.data() + sizeof sizes;
  const char* const slots = ends + sizes[0] * sizeof(uint32_t);
  const char* const bytes = slots + sizes[1] * sizeof(uint32_t);
  words_.reserve(sizes[0]);
  uint32_t begin = 0;
  for (size_t id = 0; id < sizes[0]; ++id) {
    uint32_t end;
    std::memcpy(&end, ends + id * sizeof end, sizeof end);
    words_.emplace_back(bytes + begin, end - begin);
    begin = end;
  }
  slots_.resize(sizes[1]);
  std::memcpy(slots_.data(), slots, sizes[1] * sizeof(uint32_t));
}

std::optional<WordId> Vocabulary::find(std::string_view word) const {
  for (size_t slot = vocabulary_hash(word);; ++slot) {
    const uint32_t entry = slots_[slot & (slots_.size() - 1)];
    if (entry == 0) return std::nullopt;
    if (words_[entry - 1] == word) return entry - 1;
  }
}

const Vocabulary& vocabulary() {
  static const Vocabulary instance(
      {khobao_vocabulary_image_begin,
       static_cast<size_t>(khobao_vocabulary_image_end - khobao_vocabulary_image_begin)});
  return instance;
}

std::string_view vocabulary_bytes() {
  return {khobao_vocabulary_begin,
          static_cast<size_t>(khobao_vocabulary_end - khobao_vocabulary_begin)};
}

}  // namespace khobao::text
