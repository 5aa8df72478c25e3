#include "indexer/read/encoding/capital_font.h"

#include <unicode/uchar.h>

#include <vector>

#include "common/text/letters/utf8.h"

namespace khobao::read {
namespace {

enum class Case : unsigned char { unknown, small, capital };

struct Word {
  size_t begin = 0, end = 0;  // code points
  Case letter_case = Case::unknown;
};

bool is_ascii_small(char32_t c) { return c >= 'a' && c <= 'z'; }
bool is_ascii_capital(char32_t c) { return c >= 'A' && c <= 'Z'; }
bool is_letter(char32_t c) {
  return c < 0x80 ? is_ascii_small(c) || is_ascii_capital(c) : u_isalpha(static_cast<UChar32>(c));
}

char32_t capital(char32_t c) { return static_cast<char32_t>(u_toupper(static_cast<UChar32>(c))); }

// Only ASCII letters tell the font's case; letters with marks are small in both fonts.
Case case_of(std::u32string_view word) {
  size_t capitals = 0;
  for (char32_t c : word) {
    if (is_ascii_small(c)) return Case::small;
    capitals += is_ascii_capital(c);
  }
  return capitals >= 2 ? Case::capital : Case::unknown;
}

std::vector<Word> words_of_line(const std::u32string& text, size_t& pos) {
  std::vector<Word> words;
  while (pos < text.size() && text[pos] != '\n') {
    if (!is_letter(text[pos])) {
      ++pos;
      continue;
    }
    Word word{.begin = pos};
    while (pos < text.size() && is_letter(text[pos])) ++pos;
    word.end = pos;
    word.letter_case = case_of(std::u32string_view(text).substr(word.begin, word.end - word.begin));
    words.push_back(word);
  }
  return words;
}

// A word of unknown case is in capitals where the nearest known ones on both sides are (on one
// side, at the end of the line).
void settle_unknown(std::vector<Word>& words) {
  std::vector<Case> right(words.size(), Case::unknown);
  Case nearest = Case::unknown;
  for (size_t i = words.size(); i-- > 0;) {
    right[i] = nearest;
    if (words[i].letter_case != Case::unknown) nearest = words[i].letter_case;
  }
  nearest = Case::unknown;
  for (size_t i = 0; i < words.size(); ++i) {
    if (words[i].letter_case != Case::unknown) {
      nearest = words[i].letter_case;
      continue;
    }
    const bool any_capital = nearest == Case::capital || right[i] == Case::capital;
    const bool any_small = nearest == Case::small || right[i] == Case::small;
    if (any_capital && !any_small) words[i].letter_case = Case::capital;
  }
}

}  // namespace

std::string restore_capitals(std::string_view utf8) {
  std::u32string text = text::to_code_points(utf8);
  for (size_t pos = 0; pos < text.size(); ++pos) {
    std::vector<Word> words = words_of_line(text, pos);
    settle_unknown(words);
    for (const Word& word : words) {
      if (word.letter_case != Case::capital) continue;
      for (size_t i = word.begin; i < word.end; ++i) text[i] = capital(text[i]);
    }
  }
  return text::to_utf8(text);
}

std::string to_capitals(std::string_view utf8) {
  std::u32string text = text::to_code_points(utf8);
  for (char32_t& c : text) c = capital(c);
  return text::to_utf8(text);
}

}  // namespace khobao::read
