#include "indexer/recognise/learned/word_pairs.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace khobao::recognise {
namespace {

// Bits of mutual information from which a pair is known, likely and sure.
constexpr double kBounds[] = {3, 5, 7};
constexpr size_t kMaxPairs = 25'000;

uint32_t sureness(const WordPair& pair) {
  return static_cast<uint32_t>(
      std::upper_bound(std::begin(kBounds), std::end(kBounds), pair.information) -
      std::begin(kBounds));
}

}  // namespace

WordPairs::WordPairs(std::string_view file) : slots_(slots_of(file)) {}

std::vector<uint32_t> WordPairs::slots_of(std::string_view file) {
  const size_t pairs = file.size() / sizeof(uint32_t);
  std::vector<uint32_t> slots(std::bit_ceil(2 * pairs + 1));
  for (size_t i = 0; i < pairs; ++i) {
    uint32_t pair;
    std::memcpy(&pair, file.data() + i * sizeof pair, sizeof pair);
    size_t at = pair >> 2 & (slots.size() - 1);
    while (slots[at] != 0) at = (at + 1) & (slots.size() - 1);
    slots[at] = pair;
  }
  return slots;
}

std::string pack_pairs(std::vector<WordPair> pairs) {
  std::erase_if(pairs, [](const WordPair& pair) { return sureness(pair) == 0; });
  // What is seen often and says much.
  std::sort(pairs.begin(), pairs.end(), [](const WordPair& a, const WordPair& b) {
    return a.times * a.information > b.times * b.information;
  });
  if (pairs.size() > kMaxPairs) pairs.resize(kMaxPairs);
  std::vector<uint32_t> words;
  words.reserve(pairs.size());
  for (const WordPair& pair : pairs)
    words.push_back((WordPairs::key_of(pair.first, pair.second) & ~3u) | sureness(pair));
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return {reinterpret_cast<const char*>(words.data()), words.size() * sizeof(uint32_t)};
}

}  // namespace khobao::recognise
