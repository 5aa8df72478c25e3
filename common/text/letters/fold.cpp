#include "common/text/letters/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <algorithm>

#include "common/text/letters/syllable.h"
#include "common/text/letters/utf8.h"

namespace khobao::text {
namespace {

// The letter under all marks: ệ -> e, ñ -> n. Letters without a decomposition stay.
char32_t base_letter(char32_t c) {
  if (c == U'đ') return U'd';
  if (c < 0xC0) return c;
  switch (split_tone(c).first) {
    case U'a':
    case U'ă':
    case U'â': return U'a';
    case U'e':
    case U'ê': return U'e';
    case U'i': return U'i';
    case U'o':
    case U'ô':
    case U'ơ': return U'o';
    case U'u':
    case U'ư': return U'u';
    case U'y': return U'y';
    default: break;
  }
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  icu::UnicodeString parts;
  if (U_SUCCESS(status) && nfd->getDecomposition(static_cast<UChar32>(c), parts)) {
    return base_letter(static_cast<char32_t>(parts.char32At(0)));
  }
  return c;
}

}  // namespace

bool is_folded(std::string_view word) {
  return std::all_of(word.begin(), word.end(),
                     [](char c) { return static_cast<signed char>(c) >= 0; });
}

std::string fold(std::string_view word) {
  if (is_folded(word)) return std::string(word);
  std::string out;
  out.reserve(word.size());
  for (size_t pos = 0; pos < word.size();) {
    const char32_t c = next_code_point(word, pos);
    if (c >= 0x300 && c <= 0x36F) continue;
    append_code_point(out, base_letter(c));
  }
  return out;
}

}  // namespace khobao::text
