#include "indexer/read/encoding/font_charset.h"

#include "common/text/letters/utf8.h"
#include "indexer/read/encoding/capital_font.h"
#include "indexer/read/encoding/encoding_detect.h"
#include "indexer/read/forms/ascii.h"
#include "indexer/read/lines/clean.h"

namespace khobao::read {
namespace {

constexpr size_t kLongestDeclarationsBytes = 2000;
constexpr std::string_view kFamilyMarks = "'\" \t\r\n";

std::string_view stripped(std::string_view text) {
  const size_t begin = text.find_first_not_of(kFamilyMarks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kFamilyMarks) + 1 - begin);
}

// The first family of a list, in small letters and without its quotation marks.
std::string first_family(std::string_view families) {
  const std::string list = lower_ascii(families.substr(0, 200));
  return std::string(stripped(std::string_view(list).substr(0, list.find_first_of(",;"))));
}

// Letters that no code before Unicode was ever stored as.
bool is_unicode_vietnamese(std::string_view utf8) {
  for (size_t pos = 0; pos < utf8.size();) {
    const char32_t c = text::next_code_point(utf8, pos);
    const bool letter = (c >= 0x1EA0 && c <= 0x1EF9) || c == 0x102 || c == 0x103 || c == 0x110 ||
                        c == 0x111 || c == 0x128 || c == 0x129 || c == 0x168 || c == 0x169 ||
                        c == 0x1A0 || c == 0x1A1 || c == 0x1AF || c == 0x1B0;
    if (letter) return true;
  }
  return false;
}

}  // namespace

std::optional<Font> font_of_families(std::string_view families) {
  const std::string name = first_family(families);
  if (name.empty() || name == "inherit") return std::nullopt;
  // Some programs drop the full stop in front.
  if (name.starts_with(".vn") || name == "vntime" || name == "vntimeh")
    return Font{LegacyCharset::tcvn3, name.ends_with('h')};
  if (name.starts_with("vni-") || name == "vni times") return Font{LegacyCharset::vni, false};
  if (name == "vntimes new roman" || name == "vnarial" || name == "vncourier new")
    return Font{LegacyCharset::vietware_x, false};
  return Font{};
}

std::optional<Font> font_of_style(std::string_view declarations) {
  const std::string style = lower_ascii(declarations.substr(0, kLongestDeclarationsBytes));
  std::optional<Font> font;
  for (size_t at = style.find("font"); at != std::string::npos; at = style.find("font", at + 4)) {
    // "mso-ascii-font-family" sets something else.
    const size_t before = style.find_last_not_of(" \t\r\n", at == 0 ? 0 : at - 1);
    if (at > 0 && before != std::string::npos && style[before] != ';' && style[before] != '{' &&
        style[before] != '"')
      continue;
    const size_t colon = style.find(':', at);
    if (colon == std::string::npos) break;
    const std::string_view property = trim(std::string_view(style).substr(at, colon - at));
    std::string_view value = std::string_view(style).substr(colon + 1);
    value = value.substr(0, value.find(';'));
    if (property == "font-family") {
      if (const auto named = font_of_families(value)) font = named;
    } else if (property == "font") {
      // "italic 12.0pt/1.5 '.VnTime', serif": the family is what follows the size.
      size_t begin = value.find_first_of("'\"");
      if (begin == std::string_view::npos) {
        const size_t digit = value.find_first_of("0123456789");
        begin = digit == std::string_view::npos ? digit : value.find(' ', digit);
      }
      if (begin == std::string_view::npos) continue;
      if (const auto named = font_of_families(value.substr(begin))) font = named;
    }
  }
  return font;
}

std::string decode_run(std::string_view utf8, const Font& font) {
  if (!font.charset) return std::string(utf8);
  if (is_unicode_vietnamese(utf8)) return font.capitals ? to_capitals(utf8) : std::string(utf8);
  std::string text = mend_mojibake(utf8, *font.charset);
  // One word may be too little to tell; the font has the say then.
  constexpr int kWordsThatTell = 4;
  const Plausibility as_it_stands = judge(utf8);
  if (as_it_stands.words >= kWordsThatTell && as_it_stands.share > judge(text).share)
    return std::string(utf8);
  return font.capitals ? to_capitals(text) : text;
}

}  // namespace khobao::read
