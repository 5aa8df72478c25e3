#pragma once
/// Telling encodings apart by what they make of the text: the right one gives Vietnamese words, the
/// wrong ones letters that no syllable has.
///
///   bytes "Vi\xD6t Nam"   TCVN3 "Việt Nam"   VNI "ViÖt Nam"   VISCII "Viỷt Nam"   windows-1258
///   "ViÖt Nam"
#include <optional>
#include <string>
#include <string_view>

#include "indexer/read/encoding/legacy_charset.h"

namespace khobao::read {

/// How far a text reads as Vietnamese, judged on words with letters beyond ASCII (the first few
/// hundred of them, markup passed over).
struct Plausibility {
  int words = 0;        ///< words with letters beyond ASCII
  int plain_words = 0;  ///< other words met on the way
  double share = 0;     ///< 0 to 1: common Vietnamese syllables among `words`
};

Plausibility judge(std::string_view utf8);

/// The legacy encoding of `bytes`, where one is clearly the most plausible; `declared` needs less
/// evidence. nullopt where none is, also where the bytes are ASCII.
std::optional<LegacyCharset> detect_legacy(std::string_view bytes,
                                           std::optional<LegacyCharset> declared = std::nullopt);

/// What was done to text that is valid UTF-8, yet not what was printed.
enum class Mojibake : unsigned char { none, utf8_twice, tcvn3, vni, windows_1258, viscii };

/// Finds UTF-8 encoded twice ("ViÃªt Nam"), and legacy bytes that some program took for
/// windows-1252 and stored as UTF-8 ("ViÖt Nam", "Vieät Nam"); none where that is not beyond doubt.
Mojibake detect_mojibake(std::string_view utf8);

/// Undoes it; characters that cannot come from it stay.
std::string mend_mojibake(std::string_view utf8, Mojibake mojibake);
std::string mend_mojibake(std::string_view utf8, LegacyCharset charset);

}  // namespace khobao::read
