#pragma once
/// Walks over a packed token stream (token_stream.h) without unpacking it: reranking reads hundreds
/// of streams for every query and wants only the places of a few words of each.
#include <algorithm>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>
#include <vector>

#include "common/archive/streams/token_stream.h"
#include "common/archive/streams/varint.h"
#include "common/text/vocabulary.h"

namespace khobao::archive {

/// The elements' 16 bits; below kWideOwn they are gaps.
namespace stream_unit {
inline constexpr unsigned kGaps = 4;
inline constexpr unsigned kWideOwn = 5;
inline constexpr unsigned kFirstWord = 6;
inline constexpr unsigned kFirstOwn = 1u << 14;
/// How many words of the vocabulary, and of an article's own words, are named by one element.
inline constexpr unsigned kNamedWords = kFirstOwn - kFirstWord;
inline constexpr unsigned kNamedOwn = (1u << 16) - kFirstOwn;
}  // namespace stream_unit

/// A stream where it lies, its sum compared.
struct StreamView {
  const char* elements = nullptr;
  uint32_t units = 0;     ///< how many elements, which are places
  std::string_view rest;  ///< after the elements

  unsigned unit_at(size_t place) const {
    const auto* bytes = reinterpret_cast<const unsigned char*>(elements) + 2 * place;
    return static_cast<unsigned>(bytes[0] | bytes[1] << 8);
  }
};

/// Nothing where the bytes are damaged.
inline std::optional<StreamView> view_stream(std::string_view bytes) {
  if (!take_stream_sum(bytes)) return std::nullopt;
  constexpr size_t kCountBytes = 4;
  if (bytes.size() < kCountBytes) return std::nullopt;
  StreamView view;
  for (size_t i = 0; i < kCountBytes; ++i)
    view.units |= uint32_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
  bytes.remove_prefix(kCountBytes);
  if (view.units > bytes.size() / 2) return std::nullopt;
  view.elements = bytes.data();
  view.rest = bytes.substr(size_t{2} * view.units);
  return view;
}

/// Takes a compound from the front of the rest, after their number; `place` is that of the one
/// before it. False where it is damaged, but whether the article has such an own word is not known.
inline bool take_compound(std::string_view& rest, const StreamView& view, Compound& compound) {
  uint64_t places = 0, word = 0;
  if (!take_varint(rest, places) || !take_varint(rest, word) ||
      places > view.units - compound.place || word / 2 >= kOwnWord)
    return false;
  compound.place += static_cast<uint32_t>(places);
  compound.word = static_cast<StreamWord>(word / 2) + (word % 2 != 0 ? kOwnWord : 0);
  return true;
}

/// A stream with what stands after its elements; kept from one to the next for its memory.
struct StreamParts {
  StreamView view;
  std::vector<Compound> compounds;
  std::vector<uint32_t> wide;  ///< the own words of the elements kWideOwn, in their order
  std::vector<std::string_view> own;
};

/// Opens a stream, of which `parts` then points into the bytes. False where it is damaged; never
/// takes memory out of proportion to the bytes.
inline bool open_stream(std::string_view bytes, StreamParts& parts) {
  parts.compounds.clear();
  parts.wide.clear();
  parts.own.clear();
  const auto view = view_stream(bytes);
  if (!view) return false;
  parts.view = *view;
  std::string_view rest = view->rest;
  uint64_t count = 0;
  if (!take_varint(rest, count) || count > rest.size()) return false;
  Compound compound{.word = 0, .place = 0};
  for (uint64_t i = 0; i < count; ++i) {
    if (!take_compound(rest, *view, compound)) return false;
    parts.compounds.push_back(compound);
  }
  if (!take_varint(rest, count) || count > rest.size()) return false;
  for (uint64_t i = 0; i < count; ++i) {
    uint64_t own = 0;
    if (!take_varint(rest, own) || own >= kOwnWord) return false;
    parts.wide.push_back(static_cast<uint32_t>(own));
  }
  if (!take_varint(rest, count) || count > rest.size()) return false;
  for (uint64_t i = 0; i < count; ++i) {
    std::string_view word;
    if (!take_string(rest, word)) return false;
    parts.own.push_back(word);
  }
  const auto known = [&](StreamWord word) {
    return word < kOwnWord ? word < text::vocabulary().size() : word - kOwnWord < parts.own.size();
  };
  return rest.empty() &&
         std::all_of(parts.compounds.begin(), parts.compounds.end(),
                     [&](const Compound& c) { return known(c.word); }) &&
         std::all_of(parts.wide.begin(), parts.wide.end(),
                     [&](uint32_t own) { return own < parts.own.size(); });
}

/// The elements that a visitor has no use for: most words of an article are none of the query's, and
/// scan_stream() passes over them at a look each. At first all words of the vocabulary are.
class PassedElements {
 public:
  PassedElements() : passed_(size_t{1} << 16) {
    const size_t named = std::min<size_t>(stream_unit::kNamedWords, text::vocabulary().size());
    std::fill_n(passed_.begin() + stream_unit::kFirstWord, named, uint8_t{1});
  }

  void tell(StreamWord id) {
    if (id < stream_unit::kNamedWords) passed_[stream_unit::kFirstWord + id] = 0;
  }

  /// By element.
  const uint8_t* data() const { return passed_.data(); }

 private:
  std::vector<uint8_t> passed_;
};

/// Walks over the elements and tells the visitor of each, with its place:
///
///   word(id, place)         a word of the vocabulary
///   own_word(index, place)  a word that the stream spells
///   gap(kind, place)        kSentenceGap and so on
///   compound(word, place)   beside the word at that place, in front of it; a StreamWord of either
///                           sort
///
/// but of none that `visitor.passed` has, where it is there (PassedElements::data()).
///
/// False where the elements are damaged (the visitor has then been told of those before).
template <class Visitor>
bool scan_stream(const StreamParts& parts, Visitor& visitor) {
  namespace unit = stream_unit;
  const auto named =
      static_cast<unsigned>(std::min<size_t>(unit::kNamedWords, text::vocabulary().size()));
  const uint32_t units = parts.view.units;
  auto compound = parts.compounds.begin();
  auto wide = parts.wide.begin();
  uint32_t place = 0;
  for (;;) {
    for (; compound != parts.compounds.end() && compound->place == place; ++compound)
      visitor.compound(compound->word, place);
    // Up to the next compound there are elements alone.
    const uint32_t end = compound != parts.compounds.end() ? compound->place : units;
    for (; place < end; ++place) {
      if constexpr (requires { visitor.passed; }) {
        const uint8_t* const passed = visitor.passed;
        while (place < end && passed[parts.view.unit_at(place)] != 0) ++place;
        if (place == end) break;
      }
      const unsigned now = parts.view.unit_at(place);
      if (now >= unit::kFirstWord && now < unit::kFirstOwn) {
        if (now - unit::kFirstWord >= named) return false;
        visitor.word(now - unit::kFirstWord, place);
      } else if (now < unit::kGaps) {
        visitor.gap(kFirstGap + now, place);
      } else if (now >= unit::kFirstOwn) {
        if (now - unit::kFirstOwn >= parts.own.size()) return false;
        visitor.own_word(now - unit::kFirstOwn, place);
      } else {
        if (now != unit::kWideOwn || wide == parts.wide.end()) return false;
        visitor.own_word(*wide++, place);
      }
    }
    if (compound == parts.compounds.end()) break;
  }
  return wide == parts.wide.end();
}

}  // namespace khobao::archive
