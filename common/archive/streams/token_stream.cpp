#include "common/archive/streams/token_stream.h"

#include <xxhash.h>

#include <algorithm>

#include "common/archive/streams/token_stream_scan.h"
#include "common/archive/streams/varint.h"

namespace khobao::archive {
namespace {

constexpr size_t kSumBytes = 4;

}  // namespace

std::optional<StreamWord> TokenStream::number_of(std::string_view term) const {
  if (const auto id = text::vocabulary().find(term); id && *id < stream_unit::kNamedWords)
    return *id;
  const auto found = std::find(own.begin(), own.end(), term);
  if (found == own.end()) return std::nullopt;
  return kOwnWord + static_cast<StreamWord>(found - own.begin());
}

std::string_view TokenStream::term(StreamWord word) const {
  return word >= kOwnWord ? own[word - kOwnWord] : text::vocabulary().word(word);
}

void TokenStreamWriter::put_unit(unsigned unit) {
  elements_ += static_cast<char>(unit & 0xFF);
  elements_ += static_cast<char>(unit >> 8);
}

void TokenStreamWriter::put_word(std::string_view term) {
  if (const auto id = text::vocabulary().find(term); id && *id < stream_unit::kNamedWords)
    return put_unit(stream_unit::kFirstWord + *id);
  const auto [entry, added] = own_index_.emplace(term, static_cast<uint32_t>(own_index_.size()));
  if (added) put_string(own_bytes_, term);
  if (entry->second < stream_unit::kNamedOwn)
    return put_unit(stream_unit::kFirstOwn + entry->second);
  put_unit(stream_unit::kWideOwn);
  put_unit(entry->second & 0xFFFF);
  put_unit(entry->second >> 16);
}

void TokenStreamWriter::put(const std::vector<text::Token>& tokens) {
  for (const text::Token& token : tokens) {
    if (token.gap != text::Gap::none) {
      put_unit(token.gap == text::Gap::sentence ? 0 : 1);
    }
    if (token.parts > 0) put_unit(stream_unit::kCompound);
    put_word(token.term);
  }
}

void TokenStreamWriter::title(const std::vector<text::Token>& tokens) {
  if (tokens.empty()) return;
  put(tokens);
  put_unit(2);
  first_ = true;
}

void TokenStreamWriter::paragraph(const std::vector<text::Token>& tokens, Role role) {
  if (tokens.empty()) return;
  if (role == Role::caption) {
    put_unit(3);
  } else if (!first_) {
    put_unit(1);
  }
  first_ = false;
  put(tokens);
}

std::string TokenStreamWriter::finish() {
  std::string rest;
  put_varint(rest, own_index_.size());
  rest += own_bytes_;
  rest += elements_;
  own_index_.clear();
  own_bytes_.clear();
  elements_.clear();
  first_ = true;
  return sealed_stream(rest);
}

std::string sealed_stream(std::string_view rest) {
  std::string out;
  const uint64_t sum = XXH3_64bits(rest.data(), rest.size());
  for (size_t i = 0; i < kSumBytes; ++i) out += static_cast<char>(sum >> (8 * i) & 0xFF);
  return out.append(rest);
}

bool take_stream_sum(std::string_view& in) {
  if (in.size() < kSumBytes) return false;
  const std::string_view rest = in.substr(kSumBytes);
  const uint64_t sum = XXH3_64bits(rest.data(), rest.size());
  for (size_t i = 0; i < kSumBytes; ++i) {
    if (static_cast<unsigned char>(in[i]) != (sum >> (8 * i) & 0xFF)) return false;
  }
  in = rest;
  return true;
}

namespace {

// Written through a pointer, which is twice as fast as push_back: every word takes two bytes, so
// their number is bounded.
struct Unpacker {
  TokenStream& stream;
  StreamWord* words;

  void word(StreamWord id, uint32_t place) { words[place] = id; }
  void own_word(size_t index, uint32_t place) {
    words[place] = kOwnWord + static_cast<StreamWord>(index);
  }
  void gap(StreamWord kind, uint32_t place) {
    words[place] = kind;
    if (kind == kBodyGap) stream.body_begin = place + 1;
  }
  void compound(StreamWord named, uint32_t place) { stream.compounds.push_back({named, place}); }
};

}  // namespace

bool read_token_stream(std::string_view in, TokenStream& stream) {
  stream.words.clear();
  stream.compounds.clear();
  stream.body_begin = 0;
  if (!take_own_words(in, stream.own)) return false;
  stream.words.resize(in.size() / 2);
  Unpacker unpacker{stream, stream.words.data()};
  const auto length = scan_elements(in, stream.own.size(), unpacker);
  stream.words.resize(length.value_or(0));
  return length.has_value();
}

}  // namespace khobao::archive
