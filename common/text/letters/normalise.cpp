#include "common/text/letters/normalise.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <string>

#include "common/text/letters/syllable.h"
#include "common/text/letters/utf8.h"

namespace khobao::text {
namespace {

const icu::Normalizer2& nfc() {
  static const icu::Normalizer2* const instance = [] {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* n = icu::Normalizer2::getNFCInstance(status);
    return U_SUCCESS(status) ? n : nullptr;
  }();
  return *instance;
}

icu::UnicodeString to_icu(std::string_view utf8) {
  return icu::UnicodeString::fromUTF8(
      icu::StringPiece(utf8.data(), static_cast<int32_t>(utf8.size())));
}

// False for a character that composes with no other, whatever stands beside it: Vietnamese text in
// NFC has no combining marks at all.
bool may_compose(char32_t c) { return c >= 0x300 && !(c >= 0x1EA0 && c <= 0x1EF9); }

bool needs_composing(std::u32string_view word) {
  return std::any_of(word.begin(), word.end(), may_compose);
}

// The same of text as it is given; malformed bytes need composing, too.
bool needs_composing(std::string_view text) {
  for (size_t pos = 0; pos < text.size();) {
    if (may_compose(next_code_point(text, pos))) return true;
  }
  return false;
}

void compose_letters(std::u32string& letters) {
  if (needs_composing(letters)) letters = to_code_points(compose(to_utf8(letters)));
}

}  // namespace

bool is_invisible(char32_t c) {
  if (c < 0xAD) return false;
  return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2064) || c == 0xFEFF || (c >= 0xFE00 && c <= 0xFE0F);
}

char32_t mend_look_alike(char32_t c) {
  switch (c) {
    case 0x00D0:
    case 0x0189: return U'Đ';
    case 0x00F0:
    case 0x0256: return U'đ';
    case 0x01A2: return U'Ư';
    case 0x01A3: return U'ư';
    default: return c;
  }
}

std::string normalise_word(std::string_view word) {
  std::u32string letters;
  for (size_t pos = 0; pos < word.size();) {
    const char32_t c = mend_look_alike(next_code_point(word, pos));
    if (!is_invisible(c)) letters += c;
  }
  compose_letters(letters);
  for (char32_t& c : letters) {
    c = c < 0x80 ? (c >= 'A' && c <= 'Z' ? c + 32 : c)
                 : static_cast<char32_t>(u_foldCase(static_cast<UChar32>(c), U_FOLD_CASE_DEFAULT));
  }
  compose_letters(letters);  // some letters compose with a mark in lower case only: H, U+0331
  return to_utf8(place_tone(letters));
}

std::string compose(std::string_view text) {
  if (!needs_composing(text)) return std::string(text);
  UErrorCode status = U_ZERO_ERROR;
  std::string out;
  nfc().normalize(to_icu(text), status).toUTF8String(out);
  return out;
}

std::string decompose(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  std::string out;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  if (U_SUCCESS(status)) nfd->normalize(to_icu(text), status).toUTF8String(out);
  return out;
}

}  // namespace khobao::text
