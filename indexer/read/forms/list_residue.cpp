#include "indexer/read/forms/list_residue.h"

#include <algorithm>

#include "common/text/letters/utf8.h"

namespace khobao::read {
namespace {

bool is_quote(char c) { return c == '\'' || c == '"'; }

bool opens_list(std::string_view text, size_t pos) {
  return text[pos] == '[' && pos + 1 < text.size() && is_quote(text[pos + 1]);
}

// The value of the hexadecimal digits at `pos`, -1 where fewer than `digits` stand there.
int hexadecimal(std::string_view text, size_t pos, size_t digits) {
  int value = 0;
  for (size_t i = pos; i < pos + digits; ++i) {
    if (i >= text.size()) return -1;
    const char c = text[i];
    const int digit = c >= '0' && c <= '9'                 ? c - '0'
                      : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10
                                                           : -1;
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}

// Resolves the escape at `pos` (the backslash) and returns where it ends.
size_t read_escape(std::string_view text, size_t pos, std::string& out) {
  if (pos + 1 >= text.size()) return pos + 1;
  const char kind = text[pos + 1];
  if (kind == 'n' || kind == 'r') return out += '\n', pos + 2;
  if (kind == 't') return out += ' ', pos + 2;
  const size_t digits = kind == 'x' ? 2 : kind == 'u' ? 4 : 0;
  const int code = digits > 0 ? hexadecimal(text, pos + 2, digits) : -1;
  if (code > 0 && (code < 0xD800 || code > 0xDFFF)) {
    text::append_code_point(out, static_cast<char32_t>(code));
    return pos + 2 + digits;
  }
  return out += kind, pos + 2;
}

// True where the quotation mark at `pos` closes an item: ", '" or "]" follows.
bool closes_item(std::string_view text, size_t pos) {
  const std::string_view rest = text.substr(pos + 1);
  return rest.empty() || rest.front() == ']' ||
         (rest.starts_with(", ") && rest.size() > 2 && is_quote(rest[2]));
}

// Reads the list that opens at `pos`; returns where it ends.
size_t read_list(std::string_view text, size_t pos, std::string& out) {
  out += '\n';
  ++pos;
  while (pos < text.size() && is_quote(text[pos])) {
    const char quote = text[pos++];
    while (pos < text.size() && !(text[pos] == quote && closes_item(text, pos))) {
      if (text[pos] == '\\') {
        pos = read_escape(text, pos, out);
      } else {
        out += text[pos++];
      }
    }
    ++pos;
    if (pos < text.size() && text[pos] == ']') return out += '\n', pos + 1;
    pos += 2;  // ", "
  }
  return std::min(pos, text.size());
}

}  // namespace

bool has_list_residue(std::string_view text) {
  for (size_t at = text.find('['); at != std::string_view::npos; at = text.find('[', at + 1)) {
    if (!opens_list(text, at)) continue;
    const std::string_view head = text.substr(at + 1, 4096);
    size_t items = 0;
    for (size_t i = 0; i < head.size(); ++i) {
      if (is_quote(head[i]) && closes_item(head, i) && i + 1 < head.size() && head[i + 1] == ',')
        ++items;
    }
    if (items >= 2) return true;
    at += head.size() / 2;
  }
  return false;
}

std::string mend_list_residue(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t pos = 0; pos < text.size();) {
    if (opens_list(text, pos)) {
      pos = read_list(text, pos, out);
    } else {
      out += text[pos++];
    }
  }
  return out;
}

}  // namespace khobao::read
