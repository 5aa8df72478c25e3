#pragma once
/// The Vietnamese syllable (tiếng): its parts, and where its tone mark belongs.
///
///   nghiêng = ngh + iê + ng, level tone      thuỷ = th + uy, hook above
///
/// Writers place the mark of open oa, oe, uy in two ways (hòa, hoà), and slips put it on any vowel
/// (vịêt, tụynh). place_tone() gives all of them one form, the one of older print: hòa, khỏe, thủy.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace khobao::text {

/// Words with more letters are no syllable: "nghiêng" has seven.
inline constexpr size_t kMostSyllableLetters = 8;

/// The six tones in dictionary order; the five with a mark carry its combining character.
enum class Tone : unsigned char { level, grave, hook, tilde, acute, dot };

/// A syllable taken apart. Vowels keep their own marks (ă â ê ô ơ ư) but no tone.
struct Syllable {
  std::u32string onset;  ///< initial consonants, "" where there are none; qu and gi count as onsets
  std::u32string vowels;
  std::u32string coda;  ///< final consonants, "" where there are none
  Tone tone = Tone::level;
};

/// A toned vowel as its plain vowel and tone: 'ệ' -> ('ê', dot). Other characters come back as they
/// are, with the level tone. Lower case only.
std::pair<char32_t, Tone> split_tone(char32_t c);

/// The vowel with that tone: ('ê', dot) -> 'ệ'. Characters that take no tone come back unchanged.
char32_t add_tone(char32_t vowel, Tone tone);

/// Takes a lower-case NFC word apart; nullopt where its letters cannot be a Vietnamese syllable
/// ("covid", "straße", "tphcm"), or where it carries two tones.
std::optional<Syllable> parse_syllable(std::u32string_view word);

/// The syllable written in the standard way.
std::u32string spell(const Syllable& syllable);

/// The word with its tone mark where the standard places it; words that are not Vietnamese
/// syllables come back unchanged. Idempotent.
std::u32string place_tone(std::u32string_view word);

}  // namespace khobao::text
