#include "common/text/letters/utf8.h"

#include <unicode/uchar.h>

namespace khobao::text {

void append_code_point(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | c >> 6);
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | c >> 12);
    out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | c >> 18);
    out += static_cast<char>(0x80 | (c >> 12 & 0x3F));
    out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

std::u32string to_code_points(std::string_view utf8) {
  std::u32string out;
  out.reserve(utf8.size());
  for (size_t pos = 0; pos < utf8.size();) out += next_code_point(utf8, pos);
  return out;
}

std::string to_utf8(std::u32string_view code_points) {
  std::string out;
  out.reserve(code_points.size() * 2);
  for (char32_t c : code_points) append_code_point(out, c);
  return out;
}

bool is_valid_utf8(std::string_view s) {
  for (size_t pos = 0; pos < s.size();) {
    const size_t start = pos;
    // A replacement character that is really printed takes three bytes; a malformed byte takes one.
    if (next_code_point(s, pos) == kReplacement && pos - start == 1) return false;
  }
  return true;
}

size_t count_code_points(std::string_view s) {
  size_t count = 0;
  for (size_t pos = 0; pos < s.size(); ++count) next_code_point(s, pos);
  return count;
}

std::string_view prefix_bytes(std::string_view s, size_t max_bytes) {
  if (s.size() <= max_bytes) return s;
  while (max_bytes > 0 && (static_cast<unsigned char>(s[max_bytes]) & 0xC0) == 0x80) --max_bytes;
  return s.substr(0, max_bytes);
}

size_t display_columns(std::string_view s) {
  size_t columns = 0;
  for (size_t pos = 0; pos < s.size();) {
    const auto c = static_cast<UChar32>(next_code_point(s, pos));
    if (c < 0x300) {
      columns += c != 0xAD;
      continue;
    }
    const int8_t type = u_charType(c);
    if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) continue;
    const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
    columns += width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
  }
  return columns;
}

}  // namespace khobao::text
