#pragma once
/// Runs of ASCII digits and what they can stand for; shared by the readers of numbers and dates.
#include <string>
#include <string_view>

#include "common/text/letters/char_class.h"
#include "common/text/token.h"

namespace khobao::text {

/// A run of digits in a text, with its value; runs too long for an int have the value -1.
struct Digits {
  size_t begin = 0, end = 0;
  int value = -1;
  size_t size() const { return end - begin; }
};

/// The digits that begin at `pos`; an empty run where there are none.
inline Digits digits_at(std::string_view s, size_t pos) {
  Digits d{pos, pos};
  while (d.end < s.size() && is_ascii_digit(s[d.end])) ++d.end;
  if (d.size() > 0 && d.size() <= 8) {
    d.value = 0;
    for (size_t i = pos; i < d.end; ++i) d.value = d.value * 10 + (s[i] - '0');
  }
  return d;
}

/// The byte at `pos`, 0 after the end.
inline char byte_at(std::string_view s, size_t pos) { return pos < s.size() ? s[pos] : '\0'; }

/// The number as it is searched: "02" is 2, as in "ngày 02 tháng 7"; other leading zeros stay
/// ("007", telephone numbers).
inline std::string plain_number(std::string_view s, const Digits& d) {
  std::string out(s.substr(d.begin, d.size()));
  if (out.size() == 2 && out[0] == '0') out.erase(0, 1);
  if (out.size() > kMaxTermBytes) out.resize(kMaxTermBytes);
  return out;
}

/// A token without a gap.
inline Token make_token(std::string term, size_t begin, size_t end, TokenKind kind,
                        size_t parts = 0) {
  return {.term = std::move(term),
          .begin_byte = static_cast<uint32_t>(begin),
          .end_byte = static_cast<uint32_t>(end),
          .kind = kind,
          .gap = Gap::none,
          .parts = static_cast<uint8_t>(parts)};
}

}  // namespace khobao::text
