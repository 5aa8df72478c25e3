#include "common/text/vocabulary.h"

#include "common/text/analyzer.h"
#include "common/text/short_strings.h"
#include "common/text/tables/vocabulary_image.h"

extern "C" {
extern const char khobao_vocabulary_begin[];
extern const char khobao_vocabulary_end[];
extern const char khobao_vocabulary_image_begin[];
extern const char khobao_vocabulary_image_end[];
}

namespace khobao::text {

Vocabulary::Vocabulary(std::string_view data) {
  const auto* const numbers = reinterpret_cast<const uint32_t*>(data.data());
  size_ = numbers[0];
  slot_count_ = numbers[1];
  ends_ = numbers + 2;
  slots_ = ends_ + size_;
  bytes_ = reinterpret_cast<const char*>(slots_ + slot_count_);
}

std::optional<WordId> Vocabulary::find(std::string_view word) const {
  for (size_t slot = vocabulary_hash(word);; ++slot) {
    const uint32_t entry = slots_[slot & (slot_count_ - 1)];
    if (entry == 0) return std::nullopt;
    if (same_word(this->word(entry - 1), word)) return entry - 1;
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
