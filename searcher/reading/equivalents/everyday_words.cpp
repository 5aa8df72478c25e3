#include "searcher/reading/equivalents/everyday_words.h"

#include <algorithm>
#include <span>

#include "searcher/reading/tables/reading_tables.h"

namespace khobao::reading {

std::vector<std::vector<std::string>> everyday_words(
    const std::vector<std::vector<std::string>>& runs) {
  const PhraseTable known = everyday_phrases();
  std::vector<std::vector<std::string>> found;
  for (const auto& run : runs) {
    const std::span<const std::string> words(run);
    for (size_t begin = 0; begin < words.size();) {
      size_t size = std::min(known.longest(), words.size() - begin);
      std::vector<PhraseTable::Other> others;
      for (; size > 0 && others.empty(); --size) others = known.others(words.subspan(begin, size));
      for (PhraseTable::Other& other : others) {
        if (std::find(found.begin(), found.end(), other.words) == found.end())
          found.push_back(std::move(other.words));
      }
      begin += size + 1;  // past the phrase, or past one word where there is none
    }
  }
  return found;
}

}  // namespace khobao::reading
