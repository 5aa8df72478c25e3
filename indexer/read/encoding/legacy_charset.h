#pragma once
/// The encodings of Vietnamese text before Unicode, as old archives and web pages still hold them.
/// The tables are data files of ours (data/tcvn3.tsv, vni.tsv, viscii.tsv, vietware_x.tsv);
/// windows-1258 is ICU's.
#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace khobao::read {

enum class LegacyCharset : unsigned char {
  windows_1258,
  tcvn3,  ///< ABC, the .VnTime fonts
  vni,    ///< VNI-Windows, the VNI-Times fonts: letter and mark are two bytes
  viscii,
  vietware_x,  ///< only where a font says so: "VNtimes new roman"
};

/// Those that the text alone may tell.
inline constexpr std::array<LegacyCharset, 4> kLegacyCharsets = {
    LegacyCharset::tcvn3, LegacyCharset::vni, LegacyCharset::windows_1258, LegacyCharset::viscii};

/// The bytes as UTF-8; bytes that the table does not know become U+FFFD. Accepts every byte
/// sequence; bytes under 0x80 stay as they are (except VISCII's six capitals there). The result may
/// have combining marks and control characters.
///
/// TCVN3: words typed in a capital font, small letters with their marks among capitals, come out in
/// capitals, as they were printed: "H\xB5 N\xE9I" -> "HÀ NỘI".
std::string decode(LegacyCharset charset, std::string_view bytes);

/// The charset that a declaration means ("windows-1258", "x-viet-tcvn", "VISCII"), where it is one
/// of these.
std::optional<LegacyCharset> legacy_charset_named(std::string_view name);

/// windows-1252 as UTF-8: what programs take text of unknown encoding for. Its five undefined bytes
/// become the control characters U+0081 and so on.
std::string decode_windows_1252(std::string_view bytes);

/// The byte that windows-1252 has for the character; nullopt where it has none.
std::optional<unsigned char> windows_1252_byte(char32_t c);

}  // namespace khobao::read
