#include "indexer/recognise/learned/word_facts.h"

#include <bit>
#include <charconv>

#include "common/base/embedded.h"
#include "common/names/lexicon.h"
#include "common/text/word_cache.h"

extern "C" {
extern const char khobao_word_facts_begin[];
extern const char khobao_word_facts_end[];
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
  slots_.resize(std::bit_ceil(words.size() * 2 + 1));
  for (const WordFacts& facts : words) {
    size_t slot = facts.hash & (slots_.size() - 1);
    while (slots_[slot].hash != 0 && slots_[slot].hash != facts.hash)
      slot = (slot + 1) & (slots_.size() - 1);
    if (slots_[slot].hash == 0) slots_[slot] = facts;
  }
}

}  // namespace khobao::recognise
