#include "indexer/read/lines/clean.h"

#include "common/text/letters/normalise.h"
#include "common/text/letters/utf8.h"

namespace khobao::read {
namespace {

bool is_space(char32_t c) {
  return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000;
}

bool is_dropped(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || text::is_invisible(c) ||
         (c >= 0x2065 && c <= 0x206F);
}

// True where the character is in NFC whatever stands around it: letters of Vietnamese print and the
// usual punctuation. Everything else asks ICU.
bool is_surely_composed(char32_t c) {
  return c < 0x300 || (c >= 0x1EA0 && c <= 0x1EF9) || (c >= 0x2010 && c <= 0x2027) ||
         (c >= 0x2030 && c <= 0x205E) || (c >= 0x20A0 && c <= 0x20BF) || c == 0xFFFD;
}

// Bytes of a well-formed letter of Vietnamese print (U+00C0..U+01FF, U+1E80..U+1EFF) at `pos`, else
// 0.
size_t plain_letter_bytes(std::string_view s, size_t pos) {
  const auto byte = [&](size_t i) { return static_cast<unsigned char>(s[i]); };
  const auto continuation = [&](size_t i) { return i < s.size() && (byte(i) & 0xC0) == 0x80; };
  const unsigned char lead = byte(pos);
  if (lead >= 0xC3 && lead <= 0xC7) return continuation(pos + 1) ? 2 : 0;
  if (lead == 0xE1 && continuation(pos + 1) && continuation(pos + 2)) {
    const bool vietnamese = (byte(pos + 1) == 0xBA && byte(pos + 2) >= 0xA0) ||
                            (byte(pos + 1) == 0xBB && byte(pos + 2) <= 0xB9);
    return vietnamese ? 3 : 0;
  }
  return 0;
}

// Bytes from `pos` on that stay as they are: printed ASCII and letters of Vietnamese print, with
// single spaces between.
size_t plain_run_bytes(std::string_view s, size_t pos) {
  const size_t begin = pos;
  while (pos < s.size()) {
    const auto byte = static_cast<unsigned char>(s[pos]);
    if (byte > ' ' && byte < 0x7F) {
      ++pos;
    } else if (byte == ' ') {
      const bool single = pos > begin && pos + 1 < s.size() &&
                          static_cast<unsigned char>(s[pos + 1]) > ' ' &&
                          static_cast<unsigned char>(s[pos + 1]) < 0x7F;
      if (!single) break;
      pos += 2;
    } else {
      const size_t bytes = byte >= 0xC3 ? plain_letter_bytes(s, pos) : 0;
      if (bytes == 0) break;
      pos += bytes;
    }
  }
  return pos - begin;
}

}  // namespace

std::string clean_line(std::string_view raw) {
  std::string out;
  out.reserve(raw.size());
  bool composed = true, space = false;
  for (size_t pos = 0; pos < raw.size();) {
    const size_t run = plain_run_bytes(raw, pos);
    if (run > 0) {
      if (space && !out.empty()) out += ' ';
      space = false;
      out.append(raw, pos, run);
      pos += run;
      continue;
    }
    const char32_t c = text::next_code_point(raw, pos);
    if (is_space(c)) {
      space = true;
    } else if (!is_dropped(c)) {
      if (space && !out.empty()) out += ' ';
      space = false;
      text::append_code_point(out, c);
      composed = composed && is_surely_composed(c);
    }
  }
  return composed ? out : text::compose(out);
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ') text.remove_prefix(1);
  while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ') text.remove_suffix(1);
  return text;
}

}  // namespace khobao::read
