#include "indexer/recognise/learned/word_facts.h"

#include <bit>
#include <charconv>
#include <vector>

#include "common/base/embedded.h"
#include "common/names/lexicon.h"
#include "common/text/word_cache.h"

namespace khobao::recognise {
namespace {

template <class Number>
Number number(std::string_view digits) {
  Number value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

std::vector<WordFacts> facts_of(std::string_view facts, std::string_view hints) {
  std::vector<WordFacts> words;
  for_each_data_line(facts, [&](std::string_view line) {
    const auto [word, casing, small_class, capital_class] = names::columns(line);
    words.push_back({.hash = text::hash_word(word),
                     .casing = static_cast<uint8_t>(number<unsigned>(casing) % 10),
                     .foreign = number<unsigned>(casing) >= 10,
                     .small_class = number<uint16_t>(small_class),
                     .capital_class = number<uint16_t>(capital_class)});
  });
  std::vector<WordFacts> hinted;
  for_each_data_line(hints, [&](std::string_view line) {
    const auto [kind, list, c, d] = names::columns(line);
    const auto hint = static_cast<uint8_t>(number<unsigned>(kind));
    names::for_each_part(list, ';', [&](std::string_view word) {
      hinted.push_back({.hash = text::hash_word(word), .foreign = true, .hint = hint});
    });
  });
  std::vector<WordFacts> slots(std::bit_ceil((words.size() + hinted.size()) * 2 + 1));
  const auto slot_of = [&](uint32_t hash) -> WordFacts& {
    size_t slot = hash & (slots.size() - 1);
    while (slots[slot].hash != 0 && slots[slot].hash != hash)
      slot = (slot + 1) & (slots.size() - 1);
    return slots[slot];
  };
  for (const WordFacts& word : words) {
    if (WordFacts& slot = slot_of(word.hash); slot.hash == 0) slot = word;
  }
  for (const WordFacts& word : hinted) {
    WordFacts& slot = slot_of(word.hash);
    if (slot.hash == 0) slot = word;
    if (slot.hint == 0) slot.hint = word.hint;
  }
  return slots;
}

}  // namespace

WordFactsTable::WordFactsTable(std::string_view facts, std::string_view hints)
    : slots_(facts_of(facts, hints)) {}

}  // namespace khobao::recognise
