#include "common/text/tokenizer.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "common/text/address.h"
#include "common/text/char_class.h"
#include "common/text/normalise.h"
#include "common/text/numeric.h"
#include "common/text/sentence.h"
#include "common/text/utf8.h"

namespace khobao::text {
namespace {

// Words of one archive fit; beyond this the cache starts anew, so that hostile input cannot grow it.
constexpr size_t kMaxCachedWords = 200'000;
// Longer runs of letters are no words; only their beginning becomes a term.
constexpr size_t kMaxWordBytes = 4 * kMaxTermBytes;

bool is_plain_ascii(std::string_view s) {
  return std::all_of(s.begin(), s.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
}

// Addresses begin with ASCII letters or digits that a dot, colon, dash or @ follows; ruling most words
// out here saves a fifth of tokenizing.
bool may_begin_address(std::string_view s, size_t pos) {
  while (pos < s.size() && s[pos] > 0 && classify(static_cast<unsigned char>(s[pos])) != CharClass::separator) ++pos;
  return pos < s.size() && (s[pos] == '.' || s[pos] == '@' || s[pos] == ':' || s[pos] == '-' || s[pos] == '_');
}

std::string lower_ascii(std::string_view s) {
  std::string out(s);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

}  // namespace

struct Tokenizer::Cursor {
  std::string_view text;
  size_t pos = 0;
  SentenceEnd sentence;
  bool after_date_cue = false;
};

void Tokenizer::tokenize(std::string_view text, std::vector<Token>& out) {
  Cursor at{.text = text, .pos = 0, .sentence = {}, .after_date_cue = false};
  const size_t first = out.size();
  while (at.pos < text.size()) {
    size_t behind = at.pos;
    const char32_t c = next_code_point(text, behind);
    const CharClass kind = classify(c);
    if (kind == CharClass::separator || is_invisible(c)) {
      at.sentence.separator(c);
      at.pos = behind;
      continue;
    }
    const size_t before = out.size();
    const Gap gap = at.sentence.gap_before(c);
    if (kind == CharClass::digit) {
      read_digits(at, out);
    } else {
      read_word(at, out);
    }
    if (out.size() == before) continue;
    if (before > first) out[before].gap = gap;
    const Token& last = out.back();
    const std::string_view surface = text.substr(last.begin_byte, last.end_byte - last.begin_byte);
    at.sentence.word(surface, last.term);
    at.after_date_cue = is_date_cue(last.term);
  }
}

void Tokenizer::read_word(Cursor& at, std::vector<Token>& out) {
  const std::string_view text = at.text;
  const size_t begin = at.pos;
  if (const size_t end = may_begin_address(text, begin) ? address_end(text, begin) : begin; end > begin) {
    const std::string_view address = strip_address(text.substr(begin, end - begin));
    const size_t compound = out.size();
    out.push_back({.term = lower_ascii(address), .begin_byte = static_cast<uint32_t>(begin),
                   .end_byte = static_cast<uint32_t>(end), .kind = TokenKind::address,
                   .gap = Gap::none, .parts = 0});
    size_t pos = static_cast<size_t>(address.data() - text.data());
    while (pos < end) {
      size_t stop = pos;
      while (stop < end && classify(static_cast<unsigned char>(text[stop])) != CharClass::separator) ++stop;
      if (stop > pos && out.size() - compound <= 200) {
        out.push_back({.term = lower_ascii(prefix_bytes(text.substr(pos, stop - pos), kMaxTermBytes)),
                       .begin_byte = static_cast<uint32_t>(pos), .end_byte = static_cast<uint32_t>(stop),
                       .kind = TokenKind::word, .gap = Gap::none, .parts = 0});
      }
      pos = stop + 1;
    }
    out[compound].parts = static_cast<uint8_t>(out.size() - compound - 1);
    // A long address is still found by its words; cut short it would be another address.
    if (out[compound].term.size() > kMaxTermBytes) out.erase(out.begin() + static_cast<long>(compound));
    at.pos = end;
    return;
  }
  // Letters and digits in one run; single capitals with dots between are one abbreviation (T.Ư).
  std::string dotted;
  size_t pos = begin, letters = 0;
  while (pos < text.size()) {
    size_t behind = pos;
    const char32_t c = next_code_point(text, behind);
    if (classify(c) != CharClass::separator) {
      ++letters;
      pos = behind;
      continue;
    }
    if (c != '.' || letters != 1 || behind >= text.size()) break;
    size_t peek = behind;
    const char32_t next = next_code_point(text, peek);
    const char32_t after = peek < text.size() ? next_code_point(text, peek) : U' ';
    if (!u_isupper(static_cast<UChar32>(next)) || classify(after) != CharClass::separator) break;
    if (dotted.empty()) dotted = text.substr(begin, pos - begin);
    const size_t letter_begin = behind;
    next_code_point(text, behind);
    dotted += text.substr(letter_begin, behind - letter_begin);
    pos = behind;
  }
  at.pos = pos;
  const std::string_view surface = dotted.empty() ? text.substr(begin, pos - begin) : dotted;
  const std::string& term = normalised(surface);
  if (term.empty()) return;
  out.push_back({.term = term, .begin_byte = static_cast<uint32_t>(begin),
                 .end_byte = static_cast<uint32_t>(pos), .kind = TokenKind::word, .gap = Gap::none,
                 .parts = 0});
}

void Tokenizer::read_digits(Cursor& at, std::vector<Token>& out) {
  const size_t end = read_numeric(at.text, at.pos, at.after_date_cue, out);
  if (end > at.pos) {
    at.pos = end;
  } else {
    read_word(at, out);
  }
}

const std::string& Tokenizer::normalised(std::string_view surface) {
  surface = prefix_bytes(surface, kMaxWordBytes);
  if (const auto hit = cache_.find(surface); hit != cache_.end()) return hit->second;
  if (cache_.size() >= kMaxCachedWords) cache_.clear();
  std::string term = is_plain_ascii(surface) && surface.size() <= 1 ? lower_ascii(surface)
                                                                    : normalise_word(surface);
  term.resize(prefix_bytes(term, kMaxTermBytes).size());
  return cache_.emplace(std::string(surface), std::move(term)).first->second;
}

}  // namespace khobao::text
