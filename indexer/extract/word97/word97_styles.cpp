#include "indexer/extract/word97/word97_styles.h"

#include <algorithm>

#include "indexer/extract/word97/compound_file.h"

namespace khobao::extract {
namespace {

// Bytes of a property's value by the three upper bits of its number; 0: the first byte says.
constexpr size_t kValueBytes[] = {1, 1, 2, 4, 2, 2, 0, 3};

}  // namespace

RunProperties run_properties(std::string_view properties) {
  constexpr uint64_t kFontOfAscii = 0x4A4F, kFontOfOthers = 0x4A51, kStyle = 0x4A30,
                     kDeleted = 0x0800;
  RunProperties out;
  std::optional<uint16_t> of_others;
  for (size_t at = 0; at + 3 <= properties.size();) {
    const uint64_t number = number_at(properties, at, 2);
    at += 2;
    size_t bytes = kValueBytes[number >> 13];
    if (bytes == 0) bytes = 1 + number_at(properties, at, 1);
    const auto value = static_cast<uint16_t>(number_at(properties, at, 2));
    if (number == kFontOfAscii) out.font = value;
    if (number == kFontOfOthers) of_others = value;
    if (number == kStyle) out.style = value;
    if (number == kDeleted) out.deleted = number_at(properties, at, 1) == 1;
    at += bytes;
  }
  if (!out.font) out.font = of_others;
  return out;
}

std::vector<std::string> font_names(std::string_view table) {
  constexpr size_t kHeadBytes = 4, kNameAt = 40;
  std::vector<std::string> names;
  const uint64_t count = number_at(table, 0, 2);
  for (size_t at = kHeadBytes; at < table.size() && names.size() < count;) {
    const size_t end = std::min(at + 1 + number_at(table, at, 1), table.size());
    std::string name;
    for (size_t i = at + kNameAt; i + 1 < end; i += 2) {
      const uint64_t letter = number_at(table, i, 2);
      if (letter == 0) break;  // another name may follow
      name += letter < 0x80 ? static_cast<char>(letter) : '?';
    }
    names.push_back(std::move(name));
    at = end;
  }
  return names;
}

Word97Styles::Word97Styles(std::string_view sheet) {
  constexpr size_t kMostStyles = 4096, kFontAt = 12, kFewestBaseBytes = 10;
  const size_t head_bytes = number_at(sheet, 0, 2);
  const size_t count = std::min<size_t>(number_at(sheet, 2, 2), kMostStyles);
  const size_t base_bytes = number_at(sheet, 4, 2);
  if (head_bytes < kFontAt || base_bytes < kFewestBaseBytes) return;
  usual_font_ = static_cast<uint16_t>(number_at(sheet, 2 + kFontAt, 2));
  size_t at = 2 + head_bytes;
  for (size_t i = 0; i < count && at + 2 <= sheet.size(); ++i) {
    const size_t bytes = number_at(sheet, at, 2);
    const std::string_view entry = sheet.substr(at + 2, bytes);
    at += 2 + bytes;
    Style style;
    if (entry.size() > base_bytes) {
      constexpr uint64_t kParagraphStyle = 1;
      style.built_in = number_at(entry, 0, 2) & 0x0FFF;
      style.base = static_cast<uint16_t>(number_at(entry, 2, 2) >> 4);
      const bool of_paragraphs = (number_at(entry, 2, 2) & 0x0F) == kParagraphStyle;
      // The name, ended by a NUL; then lists of properties, each from an even place on.
      size_t pos = base_bytes + 2 + 2 * number_at(entry, base_bytes, 2) + 2;
      if (of_paragraphs) pos += 2 + number_at(entry, pos, 2);
      pos += pos % 2;
      style.font = run_properties(entry.substr(std::min(pos + 2, entry.size()),
                                               number_at(entry, pos, 2)))
                       .font;
    }
    styles_.push_back(style);
  }
}

std::optional<uint16_t> Word97Styles::font_of(size_t style) const {
  constexpr int kDeepest = 12;  // styles based on one another in a circle
  for (int depth = 0; depth < kDeepest && style < styles_.size(); ++depth) {
    if (styles_[style].font) return styles_[style].font;
    style = styles_[style].base;
  }
  return usual_font_;
}

std::string_view Word97Styles::element_of(size_t style) const {
  constexpr uint16_t kHeading = 1, kLastHeading = 9, kTitle = 62;
  if (style >= styles_.size()) return "p";
  const uint16_t built_in = styles_[style].built_in;
  if (built_in == kHeading || built_in == kTitle) return "h1";
  return built_in > kHeading && built_in <= kLastHeading ? "h2" : "p";
}

}  // namespace khobao::extract
