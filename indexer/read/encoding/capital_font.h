#pragma once
/// TCVN3 has no codes for most capitals with marks: headlines were set in a capital font (.VnTimeH)
/// that prints small letters as capitals, so that their text holds both kinds.
#include <string>
#include <string_view>

namespace khobao::read {

/// The text with such words in capitals: "HÀ NộI" (as decoded) -> "HÀ NỘI"; "Hà Nội" stays. A word
/// that does not show which it is ("Hà", "ở") goes with the words beside it in its line.
std::string restore_capitals(std::string_view utf8);

/// Every letter of the text as a capital, for text that is known to be set in such a font.
std::string to_capitals(std::string_view utf8);

}  // namespace khobao::read
