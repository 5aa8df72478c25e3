#include "searcher/reading/spelling/accent_forms.h"

#include <algorithm>
#include <optional>
#include <string>

#include "common/text/letters/fold.h"
#include "common/text/letters/syllable.h"
#include "common/text/letters/utf8.h"

namespace khobao::reading {
namespace {

// A letter and the letters that marks make of it.
std::u32string_view marked(char32_t letter) {
  switch (letter) {
    case 'a': return U"aăâ";
    case 'e': return U"eê";
    case 'o': return U"oôơ";
    case 'u': return U"uư";
    case 'i': return U"i";
    case 'y': return U"y";
    default: return {};
  }
}

// Longer groups are no vowels of a syllable.
constexpr size_t kMostVowels = 3;

// Consonants, vowels, consonants.
std::optional<text::Syllable> split_plain(const std::u32string& word) {
  const size_t first = word.find_first_of(U"aeiouy");
  if (first == std::u32string::npos) return std::nullopt;
  const size_t end = std::min(word.size(), word.find_first_not_of(U"aeiouy", first));
  if (end - first > kMostVowels) return std::nullopt;
  return text::Syllable{.onset = word.substr(0, first),
                        .vowels = word.substr(first, end - first),
                        .coda = word.substr(end),
                        .tone = text::Tone::level};
}

}  // namespace

std::vector<text::WordId> accent_forms(std::string_view word) {
  std::vector<text::WordId> found;
  const std::u32string folded = text::to_code_points(text::fold(word));
  auto plain = text::parse_syllable(folded);
  if (!plain) plain = split_plain(folded);  // "uong", "nghiep": no syllables without their marks
  if (!plain) return found;
  std::vector<std::u32string> groups{U""};
  for (const char32_t vowel : plain->vowels) {
    std::vector<std::u32string> longer;
    for (const std::u32string& group : groups) {
      for (const char32_t letter : marked(vowel)) longer.push_back(group + letter);
    }
    groups = std::move(longer);
  }
  std::vector<std::u32string> onsets{plain->onset};
  if (plain->onset == U"d") onsets.push_back(U"đ");
  for (const std::u32string& onset : onsets) {
    for (const std::u32string& group : groups) {
      for (int tone = 0; tone < 6; ++tone) {
        const text::Syllable syllable{.onset = onset,
                                      .vowels = group,
                                      .coda = plain->coda,
                                      .tone = static_cast<text::Tone>(tone)};
        if (const auto id = text::vocabulary().find(text::to_utf8(text::spell(syllable))))
          found.push_back(*id);
      }
    }
  }
  return found;
}

}  // namespace khobao::reading
