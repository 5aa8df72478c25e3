#pragma once
/// An article's tokens in reading order, packed: what reranking, phrases, NEAR and snippets read
/// instead of positions in the inverted index. About 1.3 kB an article, against 4.7 kB for Xapian's
/// position lists, and self-contained: no table of the archive's words is needed.
///
/// Two bytes name each word and each gap, so that the element at a place is found without reading
/// those before it, and neighbours are found by comparing memory (stream_run.h). One or two by
/// frequency would take a quarter less, but where the next word begins would depend on the one
/// before. A word outside the vocabulary is spelled once, at the end, and named by its place there.
///
///   stream    := sum elements element*  compounds wide own
///   elements  := their number, 32 bits; an element has 16 bits
///   element   := 0 sentence gap | 1 paragraph gap | 2 body begins | 3 caption begins
///              | 5 own word of an index above 49,151: the next one of `wide`
///              | 6..16383  word 0.. of the vocabulary | 16384..65535  own word 0..
///   compounds := count (places after the one before, 2 * word of the vocabulary or
///                       2 * own word + 1)*
///   wide      := count (own word)*
///   own       := count (length bytes)*              counts and all in brackets: varints
///
/// A title, where there is one, comes first and ends with "body begins". The sum is four bytes of
/// the rest's XXH3: a damaged stream is told from an article that lacks a word. Numbers of fixed
/// width are little-endian.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/archive/article.h"
#include "common/base/result.h"
#include "common/text/token.h"
#include "common/text/tokenizer.h"
#include "common/text/vocabulary.h"

namespace khobao::archive {

/// A word of one article: a vocabulary id, or kOwnWord + its place among the article's own words.
/// The values from kFirstGap up are gaps between words.
using StreamWord = uint32_t;
inline constexpr StreamWord kOwnWord = 1u << 24;
inline constexpr StreamWord kFirstGap = 0xFFFFFFF0u;
inline constexpr StreamWord kSentenceGap = kFirstGap;
inline constexpr StreamWord kParagraphGap = kFirstGap + 1;
inline constexpr StreamWord kBodyGap = kFirstGap + 2;
inline constexpr StreamWord kCaptionGap = kFirstGap + 3;

inline bool is_gap(StreamWord word) { return word >= kFirstGap; }

/// A compound (document number, date, address) and the place in `words` of its first part.
struct Compound {
  StreamWord word;
  uint32_t place;
};

/// A stream unpacked. `own` points into the bytes it was read from.
struct TokenStream {
  std::vector<StreamWord> words;
  std::vector<Compound> compounds;
  std::vector<std::string_view> own;
  /// Where the body begins: 0 without a title.
  uint32_t body_begin = 0;

  /// The number of this word in this article; nullopt where neither the vocabulary nor the
  /// article's own words have it. (A vocabulary word is numbered whether or not the article holds
  /// it.)
  std::optional<StreamWord> number_of(std::string_view term) const;
  /// The term after a number that is not a gap.
  std::string_view term(StreamWord word) const;
};

/// Packs tokens as they come. Use: title(), then paragraph() for each paragraph, then finish().
class TokenStreamWriter {
 public:
  void title(const std::vector<text::Token>& tokens);
  void paragraph(const std::vector<text::Token>& tokens, Role role);
  /// The packed stream; the writer is empty again.
  std::string finish();

 private:
  void put(const std::vector<text::Token>& tokens);
  void put_word(std::string_view term);
  void put_compound(std::string_view term);
  void put_unit(unsigned unit);
  uint32_t own_word(std::string_view term);
  uint32_t place() const { return static_cast<uint32_t>(elements_.size() / 2); }

  std::string elements_, compounds_, wide_, own_bytes_;
  uint32_t compound_count_ = 0, wide_count_ = 0, last_compound_ = 0;
  std::unordered_map<std::string, uint32_t> own_index_;
  bool first_ = true;
};

/// The stream of these bytes, with its sum in front.
std::string sealed_stream(std::string_view rest);

/// Takes the sum from the front; false where it is not that of the rest.
bool take_stream_sum(std::string_view& in);

/// Unpacks `bytes` into `stream`, whose capacity is reused. False where the bytes are damaged;
/// never reads outside them or takes memory out of proportion to them.
bool read_token_stream(std::string_view bytes, TokenStream& stream);

}  // namespace khobao::archive
