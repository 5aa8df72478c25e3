#pragma once
/// Walks over a packed token stream (token_stream.h) without unpacking it: reranking reads hundreds
/// of streams for every query and wants only the places of a few words of each.
#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "common/archive/token_stream.h"
#include "common/archive/varint.h"
#include "common/text/vocabulary.h"

namespace khobao::archive {

/// First bytes of elements.
namespace stream_code {
inline constexpr unsigned kGapCodes = 4;
inline constexpr unsigned kShortWords = 200;
inline constexpr unsigned kFirstLong = kGapCodes + kShortWords;
inline constexpr unsigned kOwn = 252;
inline constexpr unsigned kCompound = 253;
/// So many words of the vocabulary have a name of one or two bytes.
inline constexpr unsigned kNamedWords = kShortWords + (kOwn - kFirstLong) * 256;
}  // namespace stream_code

/// Takes the head of a stream: the words that it spells, pointing into the bytes. False where it
/// is damaged.
inline bool take_own_words(std::string_view& in, std::vector<std::string_view>& own) {
  own.clear();
  uint64_t count = 0;
  if (!take_varint(in, count) || count > in.size()) return false;
  for (uint64_t i = 0; i < count; ++i) {
    std::string_view word;
    if (!take_string(in, word)) return false;
    own.push_back(word);
  }
  return true;
}

/// Bytes of words by their first byte.
using SkippedWords = std::array<uint8_t, 256>;

/// The words that may be skipped: all that begin with a byte of which `skip(id)` is true for each
/// word of the vocabulary.
template <class Skip>
SkippedWords words_without(Skip skip) {
  namespace code = stream_code;
  SkippedWords skipped{};
  const size_t words = text::vocabulary().size();
  for (unsigned first = code::kGapCodes; first < code::kOwn; ++first) {
    const bool is_short = first < code::kFirstLong;
    const size_t begin =
        is_short ? first - code::kGapCodes : code::kShortWords + (first - code::kFirstLong) * 256;
    const size_t end = begin + (is_short ? 1 : 256);
    bool all = end <= words;  // others are damage, which is to be seen
    for (size_t id = begin; id < end && all; ++id) all = skip(static_cast<StreamWord>(id));
    if (all) skipped[first] = is_short ? 1 : 2;
  }
  return skipped;
}

/// Walks over the elements behind the head and tells the visitor of each, with its place:
///
///   word(id, place)         a word of the vocabulary
///   own_word(index, place)  a word that the head spells
///   gap(kind, place)        kSentenceGap and so on
///   compound(word, place)   beside the word at that place; a StreamWord of either sort
///
/// `skipped` (optional): by first byte, how many bytes a word takes that the visitor need not be
/// told of; 0 for all others. Most words are passed over by it.
///
/// Returns how many places there are; nullopt where the elements are damaged (the visitor has then
/// been told of those before). Never reads outside the bytes.
template <class Visitor>
std::optional<uint32_t> scan_elements(std::string_view elements, size_t own_words, Visitor& visitor,
                                      const SkippedWords& skipped = {}) {
  namespace code = stream_code;
  const auto named =
      static_cast<StreamWord>(std::min<size_t>(code::kNamedWords, text::vocabulary().size()));
  const auto* at = reinterpret_cast<const unsigned char*>(elements.data());
  const unsigned char* const end = at + elements.size();
  // The index of an own word behind its code; own_words where it is damaged.
  const auto take_own = [&]() -> size_t {
    std::string_view rest(reinterpret_cast<const char*>(at), static_cast<size_t>(end - at));
    uint64_t index = 0;
    if (!take_varint(rest, index) || index >= own_words) return own_words;
    at = end - rest.size();
    return static_cast<size_t>(index);
  };
  uint32_t place = 0;
  while (at < end) {
    unsigned first = *at;
    if (const unsigned bytes = skipped[first]; bytes > 0) {
      at += bytes;
      ++place;
      continue;
    }
    ++at;
    if (first >= code::kGapCodes && first < code::kFirstLong) {
      visitor.word(first - code::kGapCodes, place++);
      continue;
    }
    if (first < code::kGapCodes) {
      visitor.gap(kFirstGap + first, place++);
      continue;
    }
    const bool compound = first == code::kCompound;
    if (compound) {
      if (at == end) return std::nullopt;
      first = *at++;
      if (first < code::kGapCodes) return std::nullopt;
    }
    if (first == code::kOwn) {
      const size_t index = take_own();
      if (index == own_words) return std::nullopt;
      if (compound) {
        visitor.compound(kOwnWord + static_cast<StreamWord>(index), place);
      } else {
        visitor.own_word(index, place++);
      }
      continue;
    }
    StreamWord id = first - code::kGapCodes;
    if (first >= code::kFirstLong) {
      if (first >= code::kOwn || at == end) return std::nullopt;
      id = code::kShortWords + (first - code::kFirstLong) * 256 + *at++;
    }
    if (id >= named) return std::nullopt;
    if (compound) {
      visitor.compound(id, place);
    } else {
      visitor.word(id, place++);
    }
  }
  if (at != end) return std::nullopt;
  return place;
}

}  // namespace khobao::archive
