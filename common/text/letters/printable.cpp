#include "common/text/letters/printable.h"

#include "common/text/letters/char_class.h"
#include "common/text/letters/utf8.h"

namespace khobao::text {
namespace {

bool overrides_direction(char32_t c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool is_line_end(char32_t c) { return c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029; }

bool is_obeyed(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0) || overrides_direction(c); }

bool begins_formula(std::string_view cell) {
  for (size_t pos = 0; pos < cell.size();) {
    const char32_t c = next_code_point(cell, pos);
    switch (c) {
      case '=':
      case '+':
      case '-':
      case '@':
      case 0xFF1D:
      case 0xFF0B:
      case 0xFF0D:
      case 0xFF20: return true;
      default: break;
    }
    if (c != ' ' && c != 0xA0 && c != 0x3000 && !is_invisible(c)) return false;
  }
  return false;
}

std::string made_printable(std::string_view s, bool keep_lines) {
  std::string out;
  out.reserve(s.size());
  for (size_t pos = 0; pos < s.size();) {
    const char32_t c = next_code_point(s, pos);
    if (c == '\n' && keep_lines) {
      out += '\n';
    } else if (c == '\t' || is_line_end(c)) {
      out += ' ';
    } else {
      append_code_point(out, is_obeyed(c) ? kReplacement : c);
    }
  }
  return out;
}

}  // namespace

std::string printable(std::string_view s) { return made_printable(s, false); }

std::string printable_lines(std::string_view s) { return made_printable(s, true); }

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

std::string percent_encoded(std::string_view s) {
  constexpr char kDigits[] = "0123456789ABCDEF";
  std::string out;
  for (size_t pos = 0; pos < s.size();) {
    const size_t begin = pos;
    const char32_t c = next_code_point(s, pos);
    if (c != ' ' && c != 0xA0 && c != '%' && c != kReplacement && !is_line_end(c) &&
        !is_obeyed(c)) {
      out.append(s, begin, pos - begin);
      continue;
    }
    for (const char byte : s.substr(begin, pos - begin)) {
      out += '%';
      out += kDigits[static_cast<unsigned char>(byte) >> 4];
      out += kDigits[static_cast<unsigned char>(byte) & 15];
    }
  }
  return out;
}

std::string csv_cell(std::string_view s) {
  std::string value = printable(s);
  if (begins_formula(value)) value.insert(0, "'");
  if (value.find_first_of(",\"") == std::string::npos) return value;
  std::string out = "\"";
  for (const char c : value) {
    if (c == '"') out += '"';
    out += c;
  }
  return out += '"';
}

}  // namespace khobao::text
