#include "common/text/printable.h"

#include "common/text/utf8.h"

namespace khobao::text {

std::string printable(std::string_view s) {
  std::string out;
  out.reserve(s.size());
  for (size_t pos = 0; pos < s.size();) {
    const char32_t c = next_code_point(s, pos);
    const bool override_direction = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    if (c == '\t' || c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029) {
      out += ' ';
    } else if (c < 0x20 || (c >= 0x7F && c < 0xA0) || override_direction) {
      append_code_point(out, kReplacement);
    } else {
      append_code_point(out, c);
    }
  }
  return out;
}

}  // namespace khobao::text
