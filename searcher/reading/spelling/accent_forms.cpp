#include "searcher/reading/spelling/accent_forms.h"

#include <algorithm>
#include <string>

#include "common/text/letters/fold.h"
#include "common/text/letters/utf8.h"
#include "searcher/reading/tables/reading_tables.h"

namespace khobao::reading {
namespace {

constexpr std::string_view kVowels = "aeiouy";
// Longer groups are no vowels of a syllable.
constexpr size_t kMostVowels = 3;

// Whether a word differs from its letters in nothing but the marks of its vowels, `size` of them
// from `first` on, and of the đ in front of them. Names of other languages have others: "François",
// "café", "môtô".
bool has_marks_of_a_syllable(std::string_view word, std::string_view letters, size_t first,
                             size_t size) {
  const std::u32string marked = text::to_code_points(word);
  if (marked.size() != letters.size()) return false;
  for (size_t at = 0; at < marked.size(); ++at) {
    const bool vowel = at >= first && at < first + size;
    const bool onset = at == 0 && first == 1 && marked[at] == U'đ';
    if (!vowel && !onset && marked[at] != static_cast<char32_t>(letters[at])) return false;
  }
  return true;
}

}  // namespace

std::vector<text::WordId> accent_forms(std::string_view word) {
  const std::string letters = text::fold(word);
  const size_t first = letters.find_first_of(kVowels);
  if (first == std::string::npos) return {};
  const size_t size = std::min(letters.size(), letters.find_first_not_of(kVowels, first)) - first;
  if (size > kMostVowels) return {};
  std::vector<text::WordId> forms = accented_words(letters);
  std::erase_if(forms, [&](text::WordId id) {
    return !has_marks_of_a_syllable(text::vocabulary().word(id), letters, first, size);
  });
  return forms;
}

}  // namespace khobao::reading
