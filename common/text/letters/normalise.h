#pragma once
/// The one spelling under which a word is indexed and looked for:
///
///   "Ðảng" (U+00D0)  -> "đảng"      "HOÀ" -> "hòa"      "Vi\u00ADệt" -> "việt"
///   "tu\u0323ynh"    -> "tuỵnh"     "tƣ"  -> "tư"
#include <string>
#include <string_view>

namespace khobao::text {

/// Characters that print nothing and are left out of words wherever they stand: soft hyphen,
/// zero-width space, joiners and no-break space, directional marks, variation selectors.
bool is_invisible(char32_t c);

/// Letters mistaken for Vietnamese ones by keyboards and scanners, as the letter meant: Ð (eth) and
/// Ɖ for Đ, ƣ (gha) for ư. Other characters come back unchanged.
char32_t mend_look_alike(char32_t c);

/// One word (no spaces inside) in NFC, case-folded, without invisible characters, look-alikes
/// mended, tone re-placed (place_tone). Idempotent.
std::string normalise_word(std::string_view word);

/// Composes `text` to NFC and drops nothing else; malformed bytes become U+FFFD.
std::string compose(std::string_view text);

/// The same apart: NFD, as file names copied from some systems are.
std::string decompose(std::string_view text);

}  // namespace khobao::text
