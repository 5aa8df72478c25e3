#pragma once
/// Taking accents off, for queries typed without them. Lossy on purpose: never the form that is
/// ranked first, since "bão" is not "báo".
#include <string>
#include <string_view>

namespace khobao::text {

/// Removes tone and vowel marks from a normalised (NFC, lower-case) word: "đường" -> "duong".
/// đ is mapped by hand because Unicode gives it no decomposition. Idempotent.
std::string fold(std::string_view word);

/// True where the word is plain ASCII, which fold() leaves as it is.
bool is_folded(std::string_view word);

}  // namespace khobao::text
