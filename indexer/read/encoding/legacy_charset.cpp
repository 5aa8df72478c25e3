#include "indexer/read/encoding/legacy_charset.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <charconv>
#include <memory>
#include <vector>

#include "common/base/embedded.h"
#include "common/text/letters/utf8.h"
#include "common/text/letters/windows_1252.h"
#include "indexer/read/encoding/capital_font.h"
#include "indexer/read/lines/line_words.h"

extern "C" {
extern const char khobao_tcvn3_begin[], khobao_tcvn3_end[];
extern const char khobao_vni_begin[], khobao_vni_end[];
extern const char khobao_viscii_begin[], khobao_viscii_end[];
extern const char khobao_vietware_x_begin[], khobao_vietware_x_end[];
}

namespace khobao::read {
namespace {

// A one-byte code with, for VNI, two-byte letters besides.
class Table {
 public:
  Table(const char* begin, const char* end) : pairs_(kPairSlots, 0) {
    for (size_t byte = 0; byte < 256; ++byte)
      single_[byte] = byte < 0x80 ? byte : text::kReplacement;
    for_each_data_line(std::string_view(begin, static_cast<size_t>(end - begin)),
                       [&](std::string_view row) { add(row); });
  }

  std::string decode(std::string_view bytes) const {
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 2);
    for (size_t pos = 0; pos < bytes.size(); ++pos) {
      const auto lead = static_cast<unsigned char>(bytes[pos]);
      const char32_t pair = pos + 1 < bytes.size()
                                ? pairs_[slot(lead, static_cast<unsigned char>(bytes[pos + 1]))]
                                : 0;
      if (pair != 0) ++pos;
      text::append_code_point(out, pair != 0 ? pair : single_[lead]);
    }
    return out;
  }

 private:
  static constexpr size_t kPairSlots = 256 * 128;
  static constexpr unsigned char kCaseBit = 0x20;

  // Marks are bytes from 0x80; those below share a slot that stays empty.
  static size_t slot(unsigned char lead, unsigned char mark) {
    return lead * size_t{128} + (mark >= 0x80 ? mark - 0x80u : 0u);
  }

  void add(std::string_view row) {
    const size_t tab = row.find('\t');
    if (tab == std::string_view::npos) return;
    unsigned code = 0;
    std::from_chars(row.data(), row.data() + tab, code, 16);
    std::string_view shown = row.substr(tab + 1);
    size_t pos = 0;
    char32_t character = text::next_code_point(shown, pos);
    if (shown.starts_with("U+")) {
      unsigned value = 0;
      std::from_chars(shown.data() + 2, shown.data() + shown.size(), value, 16);
      character = value;
    }
    if (tab == 2) {
      single_[code & 0xFF] = character;
      return;
    }
    // The letter decides between capital and small; the mark's own case does not matter.
    const auto lead = static_cast<unsigned char>(code >> 8),
               mark = static_cast<unsigned char>(code);
    pairs_[slot(lead, mark)] = character;
    pairs_[slot(lead, mark ^ kCaseBit)] = character;
  }

  std::array<char32_t, 256> single_;
  std::vector<char32_t> pairs_;
};

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
  static const Table tcvn3(khobao_tcvn3_begin, khobao_tcvn3_end);
  static const Table vni(khobao_vni_begin, khobao_vni_end);
  static const Table viscii(khobao_viscii_begin, khobao_viscii_end);
  static const Table vietware_x(khobao_vietware_x_begin, khobao_vietware_x_end);
  switch (charset) {
    case LegacyCharset::tcvn3: return restore_capitals(tcvn3.decode(bytes));
    case LegacyCharset::vni: return vni.decode(bytes);
    case LegacyCharset::viscii: return viscii.decode(bytes);
    case LegacyCharset::vietware_x: return vietware_x.decode(bytes);
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
