#include "common/text/letters/printable.h"

#include "common/text/letters/utf8.h"

namespace khobao::text {
namespace {

bool overrides_direction(char32_t c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

}  // namespace

std::string printable(std::string_view s) {
  std::string out;
  out.reserve(s.size());
  for (size_t pos = 0; pos < s.size();) {
    const char32_t c = next_code_point(s, pos);
    if (c == '\t' || c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029) {
      out += ' ';
    } else if (c < 0x20 || (c >= 0x7F && c < 0xA0) || overrides_direction(c)) {
      append_code_point(out, kReplacement);
    } else {
      append_code_point(out, c);
    }
  }
  return out;
}

std::string printable_json(std::string_view json) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string out;
  out.reserve(json.size());
  for (size_t pos = 0; pos < json.size();) {
    const size_t begin = pos;
    const char32_t c = next_code_point(json, pos);
    if ((c >= 0x7F && c < 0xA0) || overrides_direction(c)) {
      out += "\\u";
      for (int shift = 12; shift >= 0; shift -= 4) out += kDigits[c >> shift & 15];
    } else {
      out.append(json, begin, pos - begin);
    }
  }
  return out;
}

}  // namespace khobao::text
