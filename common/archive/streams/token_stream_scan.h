#pragma once
/// Walks over a packed token stream (token_stream.h) without unpacking it: reranking reads hundreds
/// of streams for every query and wants only the places of a few words of each.
#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "common/archive/streams/token_stream.h"
#include "common/archive/streams/varint.h"
#include "common/text/vocabulary.h"

namespace khobao::archive {

/// The elements' 16 bits; below kCompound they are gaps.
namespace stream_unit {
inline constexpr unsigned kCompound = 4;
inline constexpr unsigned kWideOwn = 5;
inline constexpr unsigned kFirstWord = 6;
inline constexpr unsigned kFirstOwn = 1u << 14;
/// How many words of the vocabulary, and of an article's own words, are named by one element.
inline constexpr unsigned kNamedWords = kFirstOwn - kFirstWord;
inline constexpr unsigned kNamedOwn = (1u << 16) - kFirstOwn;
}  // namespace stream_unit

/// Takes the head of a stream: its sum, which is compared with the rest, and the words that it
/// spells, pointing into the bytes. False where it is damaged.
inline bool take_own_words(std::string_view& in, std::vector<std::string_view>& own) {
  own.clear();
  uint64_t count = 0;
  if (!take_stream_sum(in)) return false;
  if (!take_varint(in, count) || count > in.size()) return false;
  for (uint64_t i = 0; i < count; ++i) {
    std::string_view word;
    if (!take_string(in, word)) return false;
    own.push_back(word);
  }
  return true;
}

/// Walks over the elements after the head and tells the visitor of each, with its place:
///
///   word(id, place)         a word of the vocabulary
///   own_word(index, place)  a word that the head spells
///   gap(kind, place)        kSentenceGap and so on
///   compound(word, place)   beside the word at that place; a StreamWord of either sort
///
/// Returns how many places there are; nullopt where the elements are damaged (the visitor has then
/// been told of those before). Never reads outside the bytes.
template <class Visitor>
std::optional<uint32_t> scan_elements(std::string_view elements, size_t own_words,
                                      Visitor& visitor) {
  namespace unit = stream_unit;
  const auto named =
      static_cast<unsigned>(std::min<size_t>(unit::kNamedWords, text::vocabulary().size()));
  const auto* bytes = reinterpret_cast<const unsigned char*>(elements.data());
  const size_t units = elements.size() / 2;
  if (elements.size() % 2 != 0) return std::nullopt;
  const auto unit_at = [&](size_t at) {
    return static_cast<unsigned>(bytes[2 * at] | bytes[2 * at + 1] << 8);
  };
  uint32_t place = 0;
  for (size_t at = 0; at < units; ++at) {
    unsigned now = unit_at(at);
    if (now >= unit::kFirstWord && now < unit::kFirstOwn) {
      if (now - unit::kFirstWord >= named) return std::nullopt;
      visitor.word(now - unit::kFirstWord, place++);
      continue;
    }
    if (now < unit::kCompound) {
      visitor.gap(kFirstGap + now, place++);
      continue;
    }
    const bool compound = now == unit::kCompound;
    if (compound) {
      if (++at == units) return std::nullopt;
      now = unit_at(at);
      if (now <= unit::kCompound) return std::nullopt;
    }
    size_t own = now - unit::kFirstOwn;
    if (now == unit::kWideOwn) {
      if (units - at <= 2) return std::nullopt;
      own = unit_at(at + 1) | static_cast<size_t>(unit_at(at + 2)) << 16;
      at += 2;
    } else if (now < unit::kFirstOwn) {  // a compound of the vocabulary
      if (now - unit::kFirstWord >= named) return std::nullopt;
      visitor.compound(now - unit::kFirstWord, place);
      continue;
    }
    if (own >= own_words) return std::nullopt;
    if (compound) {
      visitor.compound(kOwnWord + static_cast<StreamWord>(own), place);
    } else {
      visitor.own_word(own, place++);
    }
  }
  return place;
}

}  // namespace khobao::archive
