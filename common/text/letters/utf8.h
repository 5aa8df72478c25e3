#pragma once
/// UTF-8 by hand: the few operations that analysis does on every byte. Bytes, code points and
/// display columns are three things; each name here says which it takes.
#include <cstdint>
#include <string>
#include <string_view>

namespace khobao::text {

inline constexpr char32_t kReplacement = 0xFFFD;

/// The code point that begins at byte `pos` (< s.size()), moving `pos` past it. A malformed
/// sequence yields kReplacement and moves one byte.
inline char32_t next_code_point(std::string_view s, size_t& pos) {
  const auto byte = [&](size_t i) { return static_cast<unsigned char>(s[i]); };
  const auto continuation = [&](size_t i) { return i < s.size() && (byte(i) & 0xC0) == 0x80; };
  const unsigned char lead = byte(pos);
  if (lead < 0x80) return ++pos, lead;
  if (lead >= 0xC2 && lead <= 0xDF && continuation(pos + 1)) {
    const char32_t c = (lead & 0x1Fu) << 6 | (byte(pos + 1) & 0x3Fu);
    return pos += 2, c;
  }
  if ((lead & 0xF0) == 0xE0 && continuation(pos + 1) && continuation(pos + 2)) {
    const char32_t c =
        (lead & 0x0Fu) << 12 | (byte(pos + 1) & 0x3Fu) << 6 | (byte(pos + 2) & 0x3Fu);
    if (c >= 0x800 && (c < 0xD800 || c > 0xDFFF)) return pos += 3, c;
  }
  if (lead >= 0xF0 && lead <= 0xF4 && continuation(pos + 1) && continuation(pos + 2) &&
      continuation(pos + 3)) {
    const char32_t c = (lead & 0x07u) << 18 | (byte(pos + 1) & 0x3Fu) << 12 |
                       (byte(pos + 2) & 0x3Fu) << 6 | (byte(pos + 3) & 0x3Fu);
    if (c >= 0x10000 && c <= 0x10FFFF) return pos += 4, c;
  }
  return ++pos, kReplacement;
}

/// Appends one code point, which must be a Unicode scalar value.
void append_code_point(std::string& out, char32_t c);

std::u32string to_code_points(std::string_view utf8);
std::string to_utf8(std::u32string_view code_points);

/// True where every sequence is well formed (no surrogates, no overlong forms).
bool is_valid_utf8(std::string_view s);

/// Code points in `s`, malformed bytes counting one each.
size_t count_code_points(std::string_view s);

/// The longest prefix of `s` of at most `max_bytes` bytes that ends between code points.
std::string_view prefix_bytes(std::string_view s, size_t max_bytes);

/// Columns that `s` takes on a terminal: combining marks and invisible characters 0, East Asian
/// wide characters 2, the rest 1.
size_t display_columns(std::string_view s);

}  // namespace khobao::text
