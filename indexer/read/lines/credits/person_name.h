#pragma once
/// Names of reporters as bylines print them.
///
///   "Lê Na"  "LÊ NA"  "L.NA"  "H.N"  "PV"  "CTV Lê Na"  "Lê Na - Trần Mẫn"   -> names
///   "Quảng Nam"  "Ảnh Lê Na"  "Lê Na nói"  "Một ngày"                         -> none
#include <string_view>

namespace khobao::read {

/// True where `text` is one name or several with " - ", "–", "," or " và " between; without marks
/// at its end.
bool is_byline_name(std::string_view text);

/// Bytes of the longest run of name words that `text` begins with, at most six words; 0 where it
/// begins with none.
size_t leading_name_bytes(std::string_view text);

}  // namespace khobao::read
