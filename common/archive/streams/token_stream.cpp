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

uint32_t TokenStreamWriter::own_word(std::string_view term) {
  const auto [entry, added] = own_index_.emplace(term, static_cast<uint32_t>(own_index_.size()));
  if (added) put_string(own_bytes_, term);
  return entry->second;
}

void TokenStreamWriter::put_word(std::string_view term) {
  if (const auto id = text::vocabulary().find(term); id && *id < stream_unit::kNamedWords)
    return put_unit(stream_unit::kFirstWord + *id);
  const uint32_t own = own_word(term);
  if (own < stream_unit::kNamedOwn) return put_unit(stream_unit::kFirstOwn + own);
  put_unit(stream_unit::kWideOwn);
  put_varint(wide_, own);
  ++wide_count_;
}

void TokenStreamWriter::put_compound(std::string_view term) {
  put_varint(compounds_, place() - last_compound_);
  last_compound_ = place();
  ++compound_count_;
  if (const auto id = text::vocabulary().find(term); id && *id < stream_unit::kNamedWords)
    return put_varint(compounds_, uint64_t{2} * *id);
  put_varint(compounds_, uint64_t{2} * own_word(term) + 1);
}

void TokenStreamWriter::put(const std::vector<text::Token>& tokens) {
  for (const text::Token& token : tokens) {
    if (token.gap != text::Gap::none) {
      put_unit(token.gap == text::Gap::sentence ? 0 : 1);
    }
    if (token.parts > 0) {
      put_compound(token.term);
    } else {
      put_word(token.term);
    }
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
  rest.reserve(elements_.size() + compounds_.size() + wide_.size() + own_bytes_.size() + 24);
  const uint32_t units = place();
  for (size_t i = 0; i < sizeof units; ++i) rest += static_cast<char>(units >> (8 * i) & 0xFF);
  rest += elements_;
  put_varint(rest, compound_count_);
  rest += compounds_;
  put_varint(rest, wide_count_);
  rest += wide_;
  put_varint(rest, own_index_.size());
  rest += own_bytes_;
  for (std::string* part : {&elements_, &compounds_, &wide_, &own_bytes_}) part->clear();
  compound_count_ = wide_count_ = last_compound_ = 0;
  own_index_.clear();
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
  void compound(StreamWord, uint32_t) {}
};

}  // namespace

bool read_token_stream(std::string_view in, TokenStream& stream) {
  stream.words.clear();
  stream.body_begin = 0;
  StreamParts parts;
  parts.compounds.swap(stream.compounds);
  parts.own.swap(stream.own);
  const bool opened = open_stream(in, parts);
  bool whole = opened;
  if (opened) {
    stream.words.resize(parts.view.units);
    Unpacker unpacker{stream, stream.words.data()};
    whole = scan_stream(parts, unpacker);
  }
  stream.compounds.swap(parts.compounds);
  stream.own.swap(parts.own);
  if (!whole) stream.words.clear();
  return whole;
}

}  // namespace khobao::archive
