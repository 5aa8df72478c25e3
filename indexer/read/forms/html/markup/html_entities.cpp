#include "indexer/read/forms/html/markup/html_entities.h"

#include <libxml/HTMLparser.h>

#include <charconv>

#include "common/text/letters/utf8.h"

namespace khobao::read {
namespace {

// The character that "name" in "&name;" means; 0 where it means none.
char32_t character_named(std::string_view name) {
  unsigned value = 0;
  if (name.starts_with('#')) {
    const bool hexadecimal = name.starts_with("#x") || name.starts_with("#X");
    const std::string_view digits = name.substr(hexadecimal ? 2 : 1);
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), value, hexadecimal ? 16 : 10);
    if (error != std::errc() || end != digits.data() + digits.size()) return 0;
  } else {
    if (name == "apos") return '\'';
    const htmlEntityDesc* entity =
        htmlEntityLookup(reinterpret_cast<const xmlChar*>(std::string(name).c_str()));
    value = entity ? entity->value : 0;
  }
  const bool is_scalar = value < 0x110000 && (value < 0xD800 || value > 0xDFFF);
  return is_scalar ? value : 0;
}

}  // namespace

std::string decode_entities(std::string_view text) {
  constexpr size_t kLongestNameBytes = 10;
  std::string out;
  while (true) {
    const size_t ampersand = text.find('&');
    out += text.substr(0, ampersand);
    if (ampersand == std::string_view::npos) return out;
    text.remove_prefix(ampersand);
    const size_t end = text.substr(0, kLongestNameBytes + 2).find(';');
    const char32_t c = end == std::string_view::npos ? 0 : character_named(text.substr(1, end - 1));
    if (c != 0) {
      text::append_code_point(out, c);
    } else {
      out += '&';
    }
    text.remove_prefix(c != 0 ? end + 1 : 1);
  }
}

}  // namespace khobao::read
