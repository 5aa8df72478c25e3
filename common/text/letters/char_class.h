#pragma once
/// Which characters make up words, and where words end. The ranges of Vietnamese print are answered
/// by comparisons; the rest is asked of ICU.
#include <unicode/uchar.h>

#include <string_view>

#include "common/text/letters/normalise.h"
#include "common/text/letters/utf8.h"

namespace khobao::text {

enum class CharClass : unsigned char {
  separator,  ///< spaces and punctuation
  letter,     ///< letters, also combining marks and invisible characters inside a word
  digit,      ///< 0-9 only; other scripts' digits count as letters
};

inline CharClass classify(char32_t c) {
  if (c < 0x80) {
    if (c >= '0' && c <= '9') return CharClass::digit;
    return (c | 32) >= 'a' && (c | 32) <= 'z' ? CharClass::letter : CharClass::separator;
  }
  if (c >= 0x1EA0 && c <= 0x1EF9) return CharClass::letter;
  if (c >= 0xC0 && c <= 0x24F)
    return c == 0xD7 || c == 0xF7 ? CharClass::separator : CharClass::letter;
  if (c >= 0x300 && c <= 0x36F) return CharClass::letter;
  const auto code = static_cast<UChar32>(c);
  return u_isalnum(code) || is_invisible(c) || (U_GET_GC_MASK(code) & U_GC_M_MASK) != 0
             ? CharClass::letter
             : CharClass::separator;
}

/// Where the run of letters and digits that begins at `pos` ends.
inline size_t run_end(std::string_view s, size_t pos) {
  const auto byte = [&](size_t i) { return static_cast<unsigned char>(s[i]); };
  const auto continues = [&](size_t i, unsigned char last) {
    return byte(i) >= 0x80 && byte(i) <= last;
  };
  while (pos < s.size()) {
    if (byte(pos) < 0x80) {
      if (classify(byte(pos)) == CharClass::separator) return pos;
      ++pos;
    } else if (byte(pos) >= 0xC3 && byte(pos) <= 0xC8 && pos + 1 < s.size() &&
               continues(pos + 1, 0xBF) &&
               !(byte(pos) == 0xC3 && (byte(pos + 1) == 0x97 || byte(pos + 1) == 0xB7))) {
      pos += 2;  // U+00C0..U+023F but × and ÷: à, ă, đ, ơ, ư
    } else if (byte(pos) == 0xE1 && pos + 2 < s.size() &&
               ((byte(pos + 1) == 0xBB && continues(pos + 2, 0xB9)) ||
                (byte(pos + 1) == 0xBA && byte(pos + 2) >= 0xA0 && continues(pos + 2, 0xBF)))) {
      pos += 3;  // U+1EA0..U+1EF9: ạ to ỹ
    } else {
      size_t behind = pos;
      if (classify(next_code_point(s, behind)) == CharClass::separator) return pos;
      pos = behind;
    }
  }
  return pos;
}

/// After the combining marks and invisible characters at `pos`.
inline size_t skip_marks(std::string_view s, size_t pos) {
  while (pos < s.size()) {
    size_t behind = pos;
    const char32_t c = next_code_point(s, behind);
    if (!is_invisible(c) && !(c >= 0x300 && c <= 0x36F)) break;
    pos = behind;
  }
  return pos;
}

/// Where the single capital after a dot ends that belongs to one abbreviation with what stands in
/// front of the dot (the Ư of "T.Ư", but not the Ô of "T.Ông"); `dot` where there is none.
inline size_t dotted_capital_end(std::string_view s, size_t dot) {
  if (dot + 1 >= s.size() || s[dot] != '.') return dot;
  size_t pos = dot + 1;
  if (!u_isupper(static_cast<UChar32>(next_code_point(s, pos)))) return dot;
  pos = skip_marks(s, pos);
  size_t behind = pos;
  return pos == s.size() || classify(next_code_point(s, behind)) == CharClass::separator ? pos
                                                                                         : dot;
}

inline bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

/// Hyphens and dashes of every kind (U+2010..U+2015, the minus sign), as one class.
inline bool is_dash(char32_t c) {
  return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFE58 || c == 0xFF0D;
}

}  // namespace khobao::text
