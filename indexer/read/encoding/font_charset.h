#pragma once
/// Fonts made before Unicode print their own code: what a run of text says is told by its font.
///
///   .VnTime, .VnArial …              TCVN3; names that end in H print small letters as capitals
///   VNI-Times, VNI-Helve …           VNI-Windows
///   VNtimes new roman, VNarial       Vietware X
///   Times New Roman, Arial           Unicode
#include <optional>
#include <string>
#include <string_view>

#include "indexer/read/encoding/legacy_charset.h"

namespace khobao::read {

struct Font {
  std::optional<LegacyCharset> charset;  ///< nullopt: Unicode
  bool capitals = false;                 ///< .VnTimeH

  bool operator==(const Font&) const = default;
};

/// The font that a family list names first: "'.VnTime', Arial". nullopt where none is named.
std::optional<Font> font_of_families(std::string_view families);

/// The font that CSS declarations set ("font-family: .VnTime", "font:12pt VNI-Times"); nullopt where
/// they set none.
std::optional<Font> font_of_style(std::string_view declarations);

/// What a run prints that is set in such a font and was stored as the characters of windows-1252.
/// Text that is Unicode Vietnamese already, or reads worse when decoded, stays.
std::string decode_run(std::string_view utf8, const Font& font);

}  // namespace khobao::read
