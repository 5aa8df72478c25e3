#include "searcher/reading/archive_words.h"

#include <algorithm>

namespace khobao::reading {

uint64_t ArchiveWords::words() const { return statistics_.words(); }

uint64_t ArchiveWords::count(const std::string& word) const { return statistics_.count(word); }

uint64_t ArchiveWords::pair_count(const std::string& first, const std::string& second) const {
  const auto a = text::vocabulary().find(first), b = text::vocabulary().find(second);
  return a && b ? statistics_.pair_count(*a, *b) : 0;
}

std::vector<std::string> ArchiveWords::completions(const std::string& prefix, size_t most,
                                                   size_t& all) const {
  std::vector<std::pair<uint32_t, std::string_view>> found;
  const text::Vocabulary& vocabulary = text::vocabulary();
  for (text::WordId id = 0; id < vocabulary.size(); ++id) {
    if (statistics_.count(id) > 0 && vocabulary.word(id).starts_with(prefix))
      found.emplace_back(statistics_.count(id), vocabulary.word(id));
  }
  size_t low = 0, high = statistics_.rare_words();  // ascending
  while (low < high) {
    const size_t middle = (low + high) / 2;
    if (statistics_.rare_word(middle) < prefix) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  for (; low < statistics_.rare_words() && statistics_.rare_word(low).starts_with(prefix); ++low)
    found.emplace_back(statistics_.rare_word_count(low), statistics_.rare_word(low));
  all = found.size();
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  found.resize(std::min(found.size(), most));
  std::vector<std::string> words;
  words.reserve(found.size());
  for (const auto& entry : found) words.emplace_back(entry.second);
  return words;
}

}  // namespace khobao::reading
