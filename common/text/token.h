#pragma once
/// What the analyzer makes of a text.
///
///   "Chỉ thị 35 - CT/TW (1/7)."  ->  chỉ  thị  [35-ct/tw: 35  ct  tw]  1/7
///
/// Most tokens are syllables or numbers and take one place each. A *compound* stands for the tokens
/// after it, its parts: a document number, a full date, an address on the net, C++. It is searched
/// as one exact term; it takes no place of its own, so that its parts stay neighbours of the words
/// around.
#include <cstdint>
#include <string>

namespace khobao::text {

enum class TokenKind : uint8_t {
  word,      ///< a syllable, a foreign word, an abbreviation: "hòa", "covid", "hcm"
  number,    ///< thousands joined, decimal comma: "1.665" -> 1665, "3.5" -> 3,5
  fraction,  ///< two numbers with a slash, day/month among them: "2/3", "01/7" -> 1/7
  date,      ///< compound, day/month/year or month/year: 2/7/2020, 7/2020
  document,  ///< compound, a document number: 35-ct/tw, 100/2019/nđ-cp
  address,   ///< compound, a URL without its scheme, or an e-mail address
  title,     ///< compound, a scholar's title in front of a name: "TS Lò Văn Mây" -> "ts."
  marked,    ///< compound, a word or number with signs of its own: c++, c#, k+, 3%
};

/// What lies between a token and the one before it. Adjacency never crosses a gap.
enum class Gap : uint8_t { none, sentence, paragraph };

struct Token {
  std::string term;         ///< normalised, at most kMaxTermBytes
  uint32_t begin_byte = 0;  ///< into the text as given, half-open
  uint32_t end_byte = 0;
  TokenKind kind = TokenKind::word;
  Gap gap = Gap::none;
  uint8_t parts = 0;  ///< of a compound: how many of the next tokens it stands for; else 0

  bool operator==(const Token&) const = default;
};

/// Longer terms are cut here, between code points. Xapian's own limit is 245 bytes with the prefix;
/// the longest Vietnamese syllable has 9.
inline constexpr size_t kMaxTermBytes = 120;

}  // namespace khobao::text
