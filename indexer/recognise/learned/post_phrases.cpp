#include "indexer/recognise/learned/post_phrases.h"

#include <bit>
#include <cassert>

#include "common/base/embedded.h"
#include "common/names/lexicon.h"
#include "common/text/word_cache.h"

namespace khobao::recognise {
namespace {

PostPhrase kind_named(std::string_view name) {
  return name == "post"     ? PostPhrase::post
         : name == "title"  ? PostPhrase::title
         : name == "before" ? PostPhrase::before
         : name == "inside" ? PostPhrase::inside
                            : PostPhrase::ends;
}

}  // namespace

PostPhrases::PostPhrases(std::string_view file) : slots_(slots_of(file)) {}

std::vector<PostPhrases::Slot> PostPhrases::slots_of(std::string_view file) {
  std::vector<Slot> phrases;
  for_each_data_line(file, [&](std::string_view line) {
    const auto [set, list, c, d] = names::columns(line);
    const PostPhrase kind = kind_named(set);
    names::for_each_part(list, ';', [&](std::string_view phrase) {
      Slot slot{.kind = kind};
      for (const std::string& word : names::phrase_words(phrase)) {
        assert(slot.count < kMaxWords);
        slot.words[slot.count++] = text::hash_word(word);
      }
      if (slot.count > 0) phrases.push_back(slot);
    });
  });
  std::vector<Slot> slots(std::bit_ceil(4 * phrases.size() + 1));
  for (const Slot& phrase : phrases) {
    size_t at = first_slot(phrase.kind, phrase.words[0]);
    while (slots[at & (slots.size() - 1)].count != 0) ++at;
    slots[at & (slots.size() - 1)] = phrase;
  }
  return slots;
}

size_t PostPhrases::at(PostPhrase kind, const std::vector<names::Word>& words, size_t pos,
                       size_t end) const {
  const uint32_t first = words[pos].hash;
  size_t best = 0;
  for (size_t slot = first_slot(kind, first); slots_[slot].count != 0; ++slot) {
    const Slot& phrase = slots_[slot];
    if (phrase.words[0] != first || phrase.kind != kind) continue;
    if (pos + phrase.count > end || phrase.count <= best) continue;
    bool equal = true;
    for (size_t i = 1; i < phrase.count; ++i)
      equal = equal && words[pos + i].hash == phrase.words[i] &&
              words[pos + i].before == names::sep::kSpace;
    if (equal) best = phrase.count;
  }
  return best;
}

}  // namespace khobao::recognise
