#pragma once
/// Words as they are typed on a keyboard without Vietnamese letters.
///
///   Telex  ddaij hooij -> đại hội    tuwf, tuwfng -> từ, từng    nguoiwf -> người
///   VNI    d9a5i ho65i -> đại hội
#include <optional>
#include <string>
#include <string_view>

namespace khobao::text {

/// The syllable that a word of ASCII letters means in Telex: dd đ, aa â, aw ă, ee ê, oo ô, ow ơ, uw
/// ư, and s f r x j for the tone, anywhere after the first vowel; w and d may also come at the
/// end (thuowr is thuở). nullopt where the word has none of these marks or the result is no
/// Vietnamese syllable.
std::optional<std::string> read_telex(std::string_view word);

/// The letters that a word of another shape means in Telex: an abbreviation, a name, two syllables
/// without their space. A tone counts at the end only.
///
///   ddh -> đh    ootoo -> ôtô    ddawks -> đắk
///
/// nullopt where no letter is marked. Much that is no Telex reads so ("book", "add"): the caller
/// looks whether it is a word.
std::optional<std::string> read_telex_letters(std::string_view word);

/// The same as read_telex() in VNI: 6 â ê ô, 7 ơ ư, 8 ă, 9 đ, 1 to 5 for acute, grave, hook, tilde
/// and dot.
std::optional<std::string> read_vni(std::string_view word);

}  // namespace khobao::text
