#include "common/text/tokenizer.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <string>

#include "common/text/address.h"
#include "common/text/letters/char_class.h"
#include "common/text/letters/digits.h"
#include "common/text/letters/normalise.h"
#include "common/text/letters/utf8.h"
#include "common/text/numbers/numeric.h"
#include "common/text/sentence.h"
#include "common/text/short_forms.h"
#include "common/text/vocabulary.h"

namespace khobao::text {
namespace {

// Longer runs of letters are no words; only their beginning becomes a term.
constexpr size_t kMaxWordBytes = 4 * kMaxTermBytes;
// Of Vietnamese print, with the blank: 5.9. Room for a few more is cheaper than moving tokens.
constexpr size_t kBytesOfToken = 5, kFewestTokens = 8, kMostRoom = 4096;

// Addresses go on after their first run with one of these; ruling most words out here saves a
// fifth of tokenizing.
bool may_be_address(std::string_view s, size_t run_end) {
  if (run_end >= s.size()) return false;
  const char c = s[run_end];
  return c == '.' || c == '@' || c == ':' || c == '-' || c == '_';
}

// Where the dotted capitals that begin with the word at `begin` end ("T.Ư", "U.S"): `end` where the
// word is no single capital or nothing goes on after it.
size_t dotted_end(std::string_view s, size_t begin, size_t end) {
  size_t letter = begin;
  if (!u_isupper(static_cast<UChar32>(next_code_point(s, letter)))) return end;
  if (s.substr(begin, end - begin) == "Th" && s.substr(end, 2) == ".S")  // Th.S, thạc sĩ
    return dotted_capital_end(s, end);
  if (letter != end && skip_marks(s, letter) < end) return end;
  for (size_t next = dotted_capital_end(s, end); next > end; next = dotted_capital_end(s, end))
    end = next;
  return end;
}

std::string without_dots(std::string_view s) {
  std::string out(s);
  std::erase(out, '.');
  return out;
}

}  // namespace

struct Tokenizer::Cursor {
  std::string_view text;
  size_t pos = 0;
  SentenceEnd sentence;
  DateCue cue = DateCue::none;  // what the last word says of a number after it
  std::string_view before;      // the word in front, as printed
};

void Tokenizer::tokenize(std::string_view text, std::vector<Token>& out, DateCue cue_before) {
  Cursor at{.text = text, .pos = 0, .sentence = {}, .cue = cue_before, .before = {}};
  if (out.empty()) out.reserve(std::min(text.size() / kBytesOfToken, kMostRoom) + kFewestTokens);
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
    const DateCue cue = gap == Gap::none ? at.cue : DateCue::none;
    at.cue = DateCue::none;
    const size_t end = kind == CharClass::digit ? read_numeric(text, at.pos, cue, out) : at.pos;
    if (end > at.pos) {
      at.pos = end;
    } else {
      read_word(at, out);
    }
    if (before > first && out.size() > before) out[before].gap = gap;
  }
}

void Tokenizer::read_word(Cursor& at, std::vector<Token>& out) {
  const size_t end = run_end(at.text, at.pos);
  if (may_be_address(at.text, end)) {
    if (const size_t address = read_address(at.text, at.pos, out); address > at.pos) {
      at.pos = address;
      return;
    }
    if (at.text[end] == '.') return read_plain_word(at, dotted_end(at.text, at.pos, end), out);
  }
  read_plain_word(at, end, out);
}

void Tokenizer::read_plain_word(Cursor& at, size_t end, std::vector<Token>& out) {
  const std::string_view surface = at.text.substr(at.pos, end - at.pos);
  const CachedWord& word = normalised(surface);
  const bool abbreviation = word.abbreviation;
  at.cue = word.cue;
  size_t signs = end;
  if (!word.term.empty()) {
    const bool marked = end < at.text.size() && (at.text[end] == '+' || at.text[end] == '#');
    if (!marked && !word.scholar && !word.central) {
      Token& token = out.emplace_back();
      token.term = word.term;
      token.begin_byte = static_cast<uint32_t>(at.pos);
      token.end_byte = static_cast<uint32_t>(end);
    } else {
      signs = read_odd_word(at, end, word, marked, out);
    }
    at.before = surface;
  }
  at.sentence.word(abbreviation && signs == end);
  at.pos = signs;
}

// A word with signs behind it, a title, or one that may be an abbreviation: where its signs end.
size_t Tokenizer::read_odd_word(const Cursor& at, size_t end, const CachedWord& word, bool marked,
                                std::vector<Token>& out) {
  const bool central = word.central && is_central(at.before, at.text.substr(end));
  Token token = make_token(central ? "tw" : word.term, at.pos, end, TokenKind::word);
  const bool scholar = word.scholar;  // `word` is not valid after the next one
  size_t signs = end;
  if (marked && token.term.size() + kMostSigns <= kMaxTermBytes)
    signs = signs_end(at.text, at.pos, end);
  if (signs > end) {
    out.push_back(make_token(token.term + std::string(at.text.substr(end, signs - end)), at.pos,
                             signs, TokenKind::marked, 1));
  } else if (scholar && stands_before_name(at.text, end)) {
    out.push_back(make_token(token.term + '.', at.pos, end, TokenKind::title, 1));
  }
  out.push_back(std::move(token));
  return signs;
}

// A name after the title, perhaps with other titles between: "PGS.TS Lò Văn Mây".
bool Tokenizer::stands_before_name(std::string_view s, size_t end) {
  constexpr int kMostTitles = 4;
  for (int titles = 0; titles < kMostTitles; ++titles) {
    const size_t begin = behind_title(s, end);
    if (begin == end) return false;
    end = run_end(s, begin);
    const std::string_view next = s.substr(begin, end - begin);
    if (!normalised(next).scholar) return begins_name(next);
  }
  return false;
}

const CachedWord& Tokenizer::normalised(std::string_view surface) {
  surface = prefix_bytes(surface, kMaxWordBytes);
  if (const CachedWord* known = cache_.find(surface)) return *known;
  const bool dotted = surface.find('.') != std::string_view::npos;
  // The vocabulary's words are as normalise_word() leaves them, and most small letters make one.
  const bool as_it_is = !dotted && vocabulary().find(surface).has_value();
  std::string term = as_it_is ? std::string(surface) : normalise_word(without_dots(surface));
  const bool central = term == "tư" && is_capitals(surface);
  if (central && dotted) term = "tw";  // T.Ư; TƯ may be the end of ĐẦU TƯ
  term.resize(prefix_bytes(term, kMaxTermBytes).size());
  const bool abbreviation = takes_full_stop(surface, term);
  const DateCue cue = date_cue(term);
  const bool scholar = is_scholar(surface, term);
  return cache_.add({.surface = std::string(surface),
                     .term = std::move(term),
                     .cue = cue,
                     .abbreviation = abbreviation,
                     .scholar = scholar,
                     .central = central && !dotted});
}

}  // namespace khobao::text
