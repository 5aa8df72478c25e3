#include "common/archive/token_stream.h"

#include <algorithm>

#include "common/archive/varint.h"

namespace khobao::archive {
namespace {

constexpr unsigned kGapCodes = 4;
constexpr unsigned kShortWords = 200;
constexpr unsigned kFirstLong = kGapCodes + kShortWords;
constexpr unsigned kOwnCode = 252;
constexpr unsigned kCompoundCode = 253;
constexpr unsigned kNamedWords = kShortWords + (kOwnCode - kFirstLong) * 256;

// One word at the front of `in`; `code` is its first byte, already taken.
bool take_word(unsigned code, std::string_view& in, size_t own_count, StreamWord& word) {
  if (code >= kGapCodes && code < kFirstLong) {
    word = code - kGapCodes;
    return true;
  }
  if (code >= kFirstLong && code < kOwnCode) {
    if (in.empty()) return false;
    word = kShortWords + (code - kFirstLong) * 256 + static_cast<unsigned char>(in.front());
    in.remove_prefix(1);
    return true;
  }
  uint64_t place = 0;
  if (code != kOwnCode || !take_varint(in, place) || place >= own_count) return false;
  word = kOwnWord + static_cast<StreamWord>(place);
  return true;
}

}  // namespace

std::optional<StreamWord> TokenStream::number_of(std::string_view term) const {
  if (const auto id = text::vocabulary().find(term); id && *id < kNamedWords) return *id;
  const auto found = std::find(own.begin(), own.end(), term);
  if (found == own.end()) return std::nullopt;
  return kOwnWord + static_cast<StreamWord>(found - own.begin());
}

std::string_view TokenStream::term(StreamWord word) const {
  return word >= kOwnWord ? own[word - kOwnWord] : text::vocabulary().word(word);
}

void TokenStreamWriter::put_word(std::string_view term) {
  const auto id = text::vocabulary().find(term);
  if (id && *id < kShortWords) {
    elements_ += static_cast<char>(kGapCodes + *id);
  } else if (id && *id < kNamedWords) {
    const unsigned offset = *id - kShortWords;
    elements_ += static_cast<char>(kFirstLong + offset / 256);
    elements_ += static_cast<char>(offset % 256);
  } else {
    const auto [entry, added] = own_index_.emplace(term, static_cast<uint32_t>(own_index_.size()));
    if (added) put_string(own_bytes_, term);
    elements_ += static_cast<char>(kOwnCode);
    put_varint(elements_, entry->second);
  }
}

void TokenStreamWriter::put(const std::vector<text::Token>& tokens) {
  for (const text::Token& token : tokens) {
    if (token.gap != text::Gap::none) {
      elements_ += static_cast<char>(token.gap == text::Gap::sentence ? 0 : 1);
    }
    if (token.parts > 0) elements_ += static_cast<char>(kCompoundCode);
    put_word(token.term);
  }
}

void TokenStreamWriter::title(const std::vector<text::Token>& tokens) {
  if (tokens.empty()) return;
  put(tokens);
  elements_ += '\2';
  first_ = true;
}

void TokenStreamWriter::paragraph(const std::vector<text::Token>& tokens, Role role) {
  if (tokens.empty()) return;
  if (role == Role::caption) {
    elements_ += '\3';
  } else if (!first_) {
    elements_ += '\1';
  }
  first_ = false;
  put(tokens);
}

std::string TokenStreamWriter::finish() {
  std::string out;
  put_varint(out, own_index_.size());
  out += own_bytes_;
  out += elements_;
  own_index_.clear();
  own_bytes_.clear();
  elements_.clear();
  first_ = true;
  return out;
}

bool read_token_stream(std::string_view in, TokenStream& stream) {
  stream.words.clear();
  stream.compounds.clear();
  stream.own.clear();
  stream.body_begin = 0;
  uint64_t own_count = 0;
  if (!take_varint(in, own_count) || own_count > in.size()) return false;
  for (uint64_t i = 0; i < own_count; ++i) {
    std::string_view word;
    if (!take_string(in, word)) return false;
    stream.own.push_back(word);
  }
  const auto named =
      static_cast<StreamWord>(std::min<size_t>(kNamedWords, text::vocabulary().size()));
  // Every element takes at least a byte, so the words never outgrow the bytes; written through a
  // pointer, the loop runs twice as fast as with push_back.
  stream.words.resize(in.size());
  StreamWord* const words = stream.words.data();
  StreamWord* word = words;
  const auto* at = reinterpret_cast<const unsigned char*>(in.data());
  const unsigned char* const end = at + in.size();
  while (at != end) {
    const unsigned code = *at++;
    if (code >= kGapCodes && code < kFirstLong) {
      *word++ = code - kGapCodes;
    } else if (code >= kFirstLong && code < kOwnCode && at != end) {
      *word = kShortWords + (code - kFirstLong) * 256 + *at++;
      if (*word++ >= named) return false;
    } else if (code < kGapCodes) {
      *word++ = kFirstGap + code;
      if (code == 2) stream.body_begin = static_cast<uint32_t>(word - words);
    } else {
      const bool compound = code == kCompoundCode;
      if (compound && at == end) return false;
      std::string_view rest(reinterpret_cast<const char*>(at), static_cast<size_t>(end - at));
      unsigned first = code;
      if (compound) {
        first = static_cast<unsigned char>(rest.front());
        rest.remove_prefix(1);
      }
      StreamWord named_word = 0;
      if (!take_word(first, rest, stream.own.size(), named_word)) return false;
      if (named_word < kOwnWord && named_word >= named) return false;
      at = reinterpret_cast<const unsigned char*>(rest.data());
      if (compound) {
        stream.compounds.push_back({named_word, static_cast<uint32_t>(word - words)});
      } else {
        *word++ = named_word;
      }
    }
  }
  stream.words.resize(static_cast<size_t>(word - words));
  return true;
}

}  // namespace khobao::archive
