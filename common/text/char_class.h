#pragma once
/// Which characters make up words. The ranges of Vietnamese print are answered by comparisons; the
/// rest is asked of ICU.
#include <unicode/uchar.h>

#include "common/text/normalise.h"

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
  if (c >= 0xC0 && c <= 0x24F) return c == 0xD7 || c == 0xF7 ? CharClass::separator : CharClass::letter;
  if (c >= 0x300 && c <= 0x36F) return CharClass::letter;
  const auto code = static_cast<UChar32>(c);
  return u_isalnum(code) || is_invisible(c) || (U_GET_GC_MASK(code) & U_GC_M_MASK) != 0
             ? CharClass::letter
             : CharClass::separator;
}

inline bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

/// Hyphens and dashes of every kind (U+2010..U+2015, the minus sign), as one class.
inline bool is_dash(char32_t c) {
  return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFE58 || c == 0xFF0D;
}

}  // namespace khobao::text
