#include "common/text/vocabulary.h"

#include <bit>
#include <functional>

#include "common/base/embedded.h"
#include "common/text/analyzer.h"

extern "C" {
extern const char khobao_vocabulary_begin[];
extern const char khobao_vocabulary_end[];
}

namespace khobao::text {

Vocabulary::Vocabulary(std::string_view data) {
  for_each_data_line(data, [&](std::string_view line) { words_.push_back(line); });
  slots_.resize(std::bit_ceil(words_.size() * 2 + 1));
  for (WordId id = 0; id < words_.size(); ++id) {
    size_t slot = std::hash<std::string_view>()(words_[id]);
    while (slots_[slot & (slots_.size() - 1)] != 0) ++slot;
    slots_[slot & (slots_.size() - 1)] = id + 1;
  }
}

std::optional<WordId> Vocabulary::find(std::string_view word) const {
  for (size_t slot = std::hash<std::string_view>()(word);; ++slot) {
    const uint32_t entry = slots_[slot & (slots_.size() - 1)];
    if (entry == 0) return std::nullopt;
    if (words_[entry - 1] == word) return entry - 1;
  }
}

const Vocabulary& vocabulary() {
  static const Vocabulary instance(vocabulary_bytes());
  return instance;
}

std::string_view vocabulary_bytes() {
  return {khobao_vocabulary_begin,
          static_cast<size_t>(khobao_vocabulary_end - khobao_vocabulary_begin)};
}

}  // namespace khobao::text
