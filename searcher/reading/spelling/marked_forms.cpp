#include "searcher/reading/spelling/marked_forms.h"

#include <algorithm>

#include "common/text/letters/fold.h"
#include "common/text/letters/syllable.h"
#include "common/text/letters/utf8.h"

namespace khobao::reading {
namespace {

// A letter and the letters that marks make of it, without tones.
std::u32string_view other_marks(char32_t letter) {
  switch (letter) {
    case 'a': return U"aăâ";
    case 'd': return U"dđ";
    case 'e': return U"eê";
    case 'o': return U"oôơ";
    case 'u': return U"uư";
    default: return {};
  }
}

bool is_vowel(char32_t c) { return std::u32string_view(U"aeiouy").find(c) != std::u32string::npos; }

}  // namespace

std::vector<std::string> marked_forms(std::string_view word,
                                      const archive::Statistics& statistics) {
  std::vector<std::string> found;
  const std::u32string letters = text::to_code_points(word);
  const auto markable = std::count_if(letters.begin(), letters.end(), [](char32_t c) {
    return c == 'd' || is_vowel(c);
  });
  if (!text::is_folded(word) || markable == 0 || static_cast<size_t>(markable) > kMostMarkable)
    return found;
  std::vector<std::u32string> plain{U""};  // without tones
  for (const char32_t letter : letters) {
    const std::u32string_view others = other_marks(letter);
    std::vector<std::u32string> longer;
    for (const std::u32string& before : plain) {
      if (others.empty()) longer.push_back(before + letter);
      for (const char32_t other : others) longer.push_back(before + other);
    }
    plain = std::move(longer);
  }
  const auto look_up = [&](const std::u32string& form) {
    std::string term = text::to_utf8(form);
    if (term != word && statistics.count(term) > 0) found.push_back(std::move(term));
  };
  for (std::u32string& form : plain) {
    look_up(form);
    for (size_t i = 0; i < form.size(); ++i) {
      if (!is_vowel(letters[i])) continue;
      const char32_t level = form[i];
      for (int tone = 1; tone < 6; ++tone) {
        form[i] = text::add_tone(level, static_cast<text::Tone>(tone));
        look_up(form);
      }
      form[i] = level;
    }
  }
  return found;
}

bool is_consonants(std::string_view word) {
  const std::string plain = text::fold(word);
  return !plain.empty() && plain.find_first_of("aeiouy") == std::string::npos &&
         std::all_of(plain.begin(), plain.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace khobao::reading
