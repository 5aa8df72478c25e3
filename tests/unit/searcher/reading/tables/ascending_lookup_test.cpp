#include "searcher/reading/tables/ascending_lookup.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using khobao::reading::AscendingLookup;

TEST_CASE("an ascending lookup finds what a search of the whole table finds") {
  const std::string letters = "abc";
  std::vector<std::string> words{""};
  for (size_t i = 0; words.size() < 300; ++i) {
    for (const char letter : letters) words.push_back(words[i] + letter);
  }
  std::sort(words.begin(), words.end());
  for (size_t stride = 1; stride < 40; ++stride) {
    std::vector<std::string> table;
    for (size_t i = stride / 2; i < words.size(); i += stride) table.push_back(words[i]);
    AscendingLookup lookup(table.size(), [&](size_t place) -> std::string_view { return table[place]; });
    for (const std::string& word : words) {
      CAPTURE(stride);
      CAPTURE(word);
      CHECK(lookup.holds(word) == std::binary_search(table.begin(), table.end(), word));
    }
  }
  AscendingLookup none(0, [](size_t) { return std::string_view(); });
  CHECK_FALSE(none.holds("a"));
}
