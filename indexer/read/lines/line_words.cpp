#include "indexer/read/lines/line_words.h"

#include "common/text/letters/char_class.h"
#include "common/text/letters/normalise.h"
#include "common/text/letters/syllable.h"
#include "common/text/letters/utf8.h"

namespace khobao::read {
namespace {

using text::CharClass;
using text::is_ascii_digit;

bool joins_digits(std::string_view line, size_t pos) {
  const char c = line[pos];
  return (c == '.' || c == ',' || c == ':' || c == '/' || c == '-') && pos + 1 < line.size() &&
         is_ascii_digit(line[pos + 1]);
}

size_t number_end(std::string_view line, size_t pos) {
  while (pos < line.size() && (is_ascii_digit(line[pos]) || joins_digits(line, pos))) ++pos;
  return pos;
}

void append_space(std::string& out) {
  if (!out.empty()) out += ' ';
}

bool is_toned_last_vowel(char32_t c) {
  const auto [vowel, tone] = text::split_tone(c);
  return tone != text::Tone::level && (vowel == 'a' || vowel == 'e' || vowel == 'y');
}

// Appends the word in lower case. Only words that end like "hoà" or "thuỷ" have their tone
// re-placed: they are the ones for which print has two ways.
void append_word(std::string& out, std::string_view word) {
  append_space(out);
  const size_t begin = out.size();
  char32_t last = 0, before_last = 0;
  for (size_t pos = 0; pos < word.size();) {
    const char32_t c = lower(text::mend_look_alike(text::next_code_point(word, pos)));
    text::append_code_point(out, c);
    before_last = last;
    last = c;
  }
  if ((before_last == 'o' || before_last == 'u') && last >= 0x80 && is_toned_last_vowel(last)) {
    const std::string placed = text::normalise_word(word);
    out.replace(begin, std::string::npos, placed);
  }
}

}  // namespace

std::string comparison_form(std::string_view line) {
  std::string out;
  out.reserve(line.size());
  size_t begin = std::string_view::npos;
  const auto end_word = [&](size_t end) {
    if (begin != std::string_view::npos) append_word(out, line.substr(begin, end - begin));
    begin = std::string_view::npos;
  };
  for (size_t pos = 0; pos < line.size();) {
    const size_t at = pos;
    if (begin == std::string_view::npos && is_ascii_digit(line[pos])) {
      pos = number_end(line, pos);
      append_space(out);
      out += '#';
      continue;
    }
    const CharClass kind = text::classify(text::next_code_point(line, pos));
    if (kind == CharClass::separator) {
      end_word(at);
    } else if (begin == std::string_view::npos) {
      begin = at;
    }
  }
  end_word(line.size());
  return out;
}

size_t count_words(std::string_view line) {
  size_t words = 0;
  bool inside = false;
  for (char c : line) {
    words += !inside && c != ' ';
    inside = c != ' ';
  }
  return words;
}

char32_t lower(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
  if (c >= 0xC0 && c <= 0xDE) return c == 0xD7 ? c : c + 32;
  const bool paired = (c >= 0x100 && c <= 0x137) || (c >= 0x14A && c <= 0x177) ||
                      (c >= 0x1A0 && c <= 0x1A5) || (c >= 0x1E00 && c <= 0x1EFF);
  if (paired) return c | 1;
  return c == 0x1AF ? 0x1B0 : c;
}

bool is_upper(char32_t c) { return lower(c) != c; }

bool starts_upper(std::string_view word) {
  size_t pos = 0;
  while (pos < word.size()) {
    const char32_t c = text::next_code_point(word, pos);
    if (text::classify(c) == CharClass::letter) return is_upper(c);
    if (text::classify(c) == CharClass::digit) return false;
  }
  return false;
}

bool is_all_capitals(std::string_view line) {
  bool letters = false;
  for (size_t pos = 0; pos < line.size();) {
    const char32_t c = text::next_code_point(line, pos);
    if (text::classify(c) != CharClass::letter) continue;
    if (!is_upper(c)) return false;
    letters = true;
  }
  return letters;
}

bool ends_sentence(std::string_view line) {
  constexpr std::string_view kClosers[] = {"\"", "'", ")", "]", "”", "’", "»"};
  for (bool again = true; again;) {
    again = false;
    for (std::string_view closer : kClosers) {
      if (line.ends_with(closer)) line.remove_suffix(closer.size()), again = true;
    }
  }
  return line.ends_with('.') || line.ends_with('!') || line.ends_with('?') || line.ends_with("…");
}

}  // namespace khobao::read
