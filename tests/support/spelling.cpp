#include "tests/support/spelling.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <stdexcept>

#include "common/text/letters/syllable.h"
#include "common/text/letters/utf8.h"

namespace khobao::test {
namespace {

// The word with its tone on the other vowel, where it ends in open oa, oe or uy; capitals stay.
std::u32string swapped(const std::u32string& word) {
  std::u32string lower;
  for (const char32_t c : word) lower += static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
  const auto syllable = text::parse_syllable(lower);
  const bool open =
      syllable && syllable->coda.empty() && syllable->tone != text::Tone::level &&
      (syllable->vowels == U"oa" || syllable->vowels == U"oe" || syllable->vowels == U"uy");
  if (!open || word.size() < 2) return word;
  const size_t first = word.size() - 2, second = word.size() - 1;
  const bool on_first = text::split_tone(lower[first]).second != text::Tone::level;
  std::u32string out = word;
  for (const size_t i : {first, second}) {
    const bool toned = (i == second) == on_first;
    const char32_t plain = text::split_tone(lower[i]).first;
    const char32_t letter = toned ? text::add_tone(plain, syllable->tone) : plain;
    out[i] = lower[i] == word[i] ? letter
                                 : static_cast<char32_t>(u_toupper(static_cast<UChar32>(letter)));
  }
  return out;
}

}  // namespace

std::string decomposed(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  if (U_FAILURE(status)) throw std::runtime_error("no NFD");
  std::string out;
  nfd->normalize(icu::UnicodeString::fromUTF8(std::string(text)), status).toUTF8String(out);
  return out;
}

std::string tones_swapped(std::string_view text) {
  std::u32string out, word;
  for (const char32_t c : text::to_code_points(text)) {
    if (u_isalpha(static_cast<UChar32>(c))) {
      word += c;
      continue;
    }
    out += swapped(word);
    out += c;
    word.clear();
  }
  return text::to_utf8(out + swapped(word));
}

}  // namespace khobao::test
