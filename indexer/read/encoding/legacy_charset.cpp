#include "indexer/read/encoding/legacy_charset.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <memory>

#include "common/text/letters/utf8.h"
#include "common/text/letters/windows_1252.h"
#include "indexer/read/encoding/capital_font.h"
#include "indexer/read/encoding/charset_table.h"
#include "indexer/read/lines/line_words.h"

// The symbols of khobao_embed(), see indexer/read/CMakeLists.txt.
extern "C" {
extern const char khobao_tcvn3_begin[], khobao_vni_begin[];
extern const char khobao_viscii_begin[], khobao_vietware_x_begin[];
}

namespace khobao::read {
namespace {

std::string decode_windows_1258(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(
      ucnv_open("windows-1258", &status), &ucnv_close);
  if (U_FAILURE(status)) return std::string();
  const icu::UnicodeString text(bytes.data(), static_cast<int32_t>(bytes.size()), converter.get(),
                                status);
  std::string out;
  text.toUTF8String(out);
  return out;
}

}  // namespace

std::string decode(LegacyCharset charset, std::string_view bytes) {
  const auto by = [&](const char* image) { return CharsetTable(image).decode(bytes); };
  switch (charset) {
    case LegacyCharset::tcvn3: return restore_capitals(by(khobao_tcvn3_begin));
    case LegacyCharset::vni: return by(khobao_vni_begin);
    case LegacyCharset::viscii: return by(khobao_viscii_begin);
    case LegacyCharset::vietware_x: return by(khobao_vietware_x_begin);
    case LegacyCharset::windows_1258: return decode_windows_1258(bytes);
  }
  return std::string();
}

std::optional<LegacyCharset> legacy_charset_named(std::string_view name) {
  std::string plain;
  for (const char c : name) {
    if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z')) plain += c;
    if (c >= 'A' && c <= 'Z') plain += static_cast<char>(c + 32);
  }
  const auto holds = [&](std::string_view part) { return plain.find(part) != std::string::npos; };
  if (holds("1258")) return LegacyCharset::windows_1258;
  if (holds("tcvn")) return LegacyCharset::tcvn3;
  if (holds("viscii")) return LegacyCharset::viscii;
  if (holds("vni")) return LegacyCharset::vni;
  return std::nullopt;
}

std::string decode_windows_1252(std::string_view bytes) {
  std::string out;
  for (const char c : bytes)
    text::append_code_point(out, text::from_windows_1252(static_cast<unsigned char>(c)));
  return out;
}

std::optional<unsigned char> windows_1252_byte(char32_t c) {
  if (c < 0x100) return static_cast<unsigned char>(c);
  for (size_t i = 0; i < text::kWindows1252Signs.size(); ++i) {
    if (text::kWindows1252Signs[i] == c) return static_cast<unsigned char>(0x80 + i);
  }
  return std::nullopt;
}

}  // namespace khobao::read
