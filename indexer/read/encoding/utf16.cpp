#include "indexer/read/encoding/utf16.h"

#include <algorithm>

#include "common/text/letters/utf8.h"

namespace khobao::read {
namespace {

char16_t unit_at(std::string_view bytes, size_t pos, ByteOrder order) {
  const auto first = static_cast<unsigned char>(bytes[pos]);
  const auto second = static_cast<unsigned char>(bytes[pos + 1]);
  return static_cast<char16_t>(order == ByteOrder::little_endian ? second << 8 | first
                                                                 : first << 8 | second);
}

bool is_high_surrogate(char32_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_low_surrogate(char32_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

bool reads_as_text(std::string_view bytes, ByteOrder order) {
  constexpr size_t kReadBytes = 8192;
  bytes = bytes.substr(0, kReadBytes);
  size_t units = 0, ascii = 0, likely = 0;
  for (size_t pos = 0; pos + 1 < bytes.size(); pos += 2, ++units) {
    const char16_t unit = unit_at(bytes, pos, order);
    const bool is_ascii =
        unit == '\n' || unit == '\r' || unit == '\t' || (unit >= 0x20 && unit < 0x7F);
    ascii += is_ascii;
    likely += is_ascii || (unit >= 0xA0 && unit < 0x370) || (unit >= 0x1E80 && unit < 0x2200);
  }
  // Half of the letters of Vietnamese are ASCII, and nearly all units must be likely.
  return units >= 4 && ascii * 3 >= units && likely * 100 >= units * 97;
}

}  // namespace

std::optional<ByteOrder> detect_utf16(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE")) return ByteOrder::little_endian;
  if (bytes.starts_with("\xFE\xFF")) return ByteOrder::big_endian;
  // Without a NUL among the first bytes it holds no space or ASCII letter there.
  const std::string_view head = bytes.substr(0, 64);
  if (std::count(head.begin(), head.end(), '\0') < 2) return std::nullopt;
  for (ByteOrder order : {ByteOrder::little_endian, ByteOrder::big_endian}) {
    if (reads_as_text(bytes, order)) return order;
  }
  return std::nullopt;
}

std::string decode_utf16(std::string_view bytes, ByteOrder order) {
  std::string out;
  out.reserve(bytes.size());
  for (size_t pos = 0; pos + 1 < bytes.size(); pos += 2) {
    char32_t c = unit_at(bytes, pos, order);
    if (is_high_surrogate(c) && pos + 3 < bytes.size()) {
      const char32_t low = unit_at(bytes, pos + 2, order);
      if (is_low_surrogate(low)) {
        c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
        pos += 2;
      }
    }
    if (c >= 0xD800 && c < 0xE000) c = text::kReplacement;
    if (pos > 1 || c != 0xFEFF) text::append_code_point(out, c);
  }
  return out;
}

}  // namespace khobao::read
