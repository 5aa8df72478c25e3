#include "indexer/recognise/learned/word_facts.h"

#include <bit>
#include <charconv>

#include "common/base/embedded.h"
#include "common/names/lexicon.h"
#include "common/text/word_cache.h"

extern "C" {
extern const char khobao_word_facts_begin[];
extern const char khobao_word_facts_end[];
extern const char khobao_name_hints_begin[];
extern const char khobao_name_hints_end[];
}

namespace khobao::recognise {
namespace {

template <class Number>
Number number(std::string_view digits) {
  Number value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

}  // namespace

WordFactsTable::WordFactsTable() {
  const std::string_view data(khobao_word_facts_begin,
                              static_cast<size_t>(khobao_word_facts_end - khobao_word_facts_begin));
  std::vector<WordFacts> words;
  for_each_data_line(data, [&](std::string_view line) {
    const auto [word, casing, small_class, capital_class] = names::columns(line);
    words.push_back({.hash = text::hash_word(word),
                     .casing = static_cast<uint8_t>(number<unsigned>(casing) % 10),
                     .foreign = number<unsigned>(casing) >= 10,
                     .small_class = number<uint16_t>(small_class),
                     .capital_class = number<uint16_t>(capital_class)});
  });
  const std::string_view hints(khobao_name_hints_begin,
                               static_cast<size_t>(khobao_name_hints_end - khobao_name_hints_begin));
  std::vector<WordFacts> hinted;
  for_each_data_line(hints, [&](std::string_view line) {
    const auto [kind, list, c, d] = names::columns(line);
    const auto hint = static_cast<uint8_t>(number<unsigned>(kind));
    names::for_each_part(list, ';', [&](std::string_view word) {
      hinted.push_back({.hash = text::hash_word(word), .foreign = true, .hint = hint});
    });
  });
  slots_.resize(std::bit_ceil((words.size() + hinted.size()) * 2 + 1));
  const auto slot_of = [&](uint32_t hash) -> WordFacts& {
    size_t slot = hash & (slots_.size() - 1);
    while (slots_[slot].hash != 0 && slots_[slot].hash != hash)
      slot = (slot + 1) & (slots_.size() - 1);
    return slots_[slot];
  };
  for (const WordFacts& facts : words) {
    if (WordFacts& slot = slot_of(facts.hash); slot.hash == 0) slot = facts;
  }
  for (const WordFacts& facts : hinted) {
    WordFacts& slot = slot_of(facts.hash);
    if (slot.hash == 0) slot = facts;
    if (slot.hint == 0) slot.hint = facts.hint;
  }
}

}  // namespace khobao::recognise
