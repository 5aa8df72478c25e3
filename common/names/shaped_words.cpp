#include "common/names/shaped_words.h"

#include <unicode/uchar.h>

#include "common/text/letters/char_class.h"
#include "common/text/letters/utf8.h"
#include "common/text/word_cache.h"

namespace khobao::names {
namespace {

uint16_t separators(std::string_view between) {
  if (between == " ") return sep::kSpace;
  if (between == "'" || between == "\u2019") return sep::kDash;  // Đắk R'lấp
  uint16_t set = 0;
  for (size_t pos = 0; pos < between.size();) {
    const char32_t c = text::next_code_point(between, pos);
    switch (c) {
      case ' ':
      case '\t':
      case 0xA0: set |= sep::kSpace; break;
      case ',': set |= sep::kComma; break;
      case '&': set |= sep::kAmpersand; break;
      case '.': set |= sep::kDot; break;
      case '/': set |= sep::kSlash; break;
      case '(':
      case '[': set |= sep::kOpen; break;
      case ')':
      case ']': set |= sep::kClose; break;
      case '"':
      case '\'':
      case 0x2018:
      case 0x2019:
      case 0x201C:
      case 0x201D:
      case 0xAB:
      case 0xBB: set |= sep::kQuote; break;
      default: set |= text::is_dash(c) ? sep::kDash : sep::kOther;
    }
  }
  return set;
}

bool is_upper_case(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  return u_isupper(static_cast<UChar32>(c));
}

Shape shape_of(std::string_view surface) {
  size_t pos = 0, letters = 0;
  const char32_t first = text::next_code_point(surface, pos);
  if (first >= '0' && first <= '9') return Shape::number;
  if (!is_upper_case(first)) return Shape::lower;
  for (; pos < surface.size(); ++letters) {
    const char32_t c = text::next_code_point(surface, pos);
    if (c != '.' && !is_upper_case(c) && !(c >= '0' && c <= '9')) return Shape::capital;
  }
  return letters > 0 ? Shape::upper : Shape::capital;
}

}  // namespace

void read_words(std::string_view text, const std::vector<khobao::text::Token>& tokens,
                const Symbols& symbols, const std::vector<uint32_t>& roles, Paragraph& out) {
  out.text = text;
  out.words.clear();
  size_t cited = 0, capitals = 0, shouted = 0, previous_end = 0;
  const Symbol four = symbols.find("tư");  // T.Ư and TƯ come as this word
  const Symbol central = symbols.find("tw");
  for (const khobao::text::Token& token : tokens) {
    if (token.parts > 0) {
      const bool plain = token.kind == khobao::text::TokenKind::title ||
                         token.kind == khobao::text::TokenKind::marked;
      if (!plain) cited = token.parts;
      continue;
    }
    const uint32_t hash = khobao::text::hash_word(token.term);
    Word word{.symbol = symbols.find(token.term, hash),
              .roles = 0,
              .hash = hash,
              .begin_byte = token.begin_byte,
              .end_byte = token.end_byte,
              .shape = Shape::number,
              .before = sep::kStart,
              .sentence = token.gap != khobao::text::Gap::none,
              .cited = cited > 0};
    if (cited > 0) --cited;
    if (token.kind == khobao::text::TokenKind::word) {
      word.shape = shape_of(text.substr(token.begin_byte, token.end_byte - token.begin_byte));
    }
    if (!out.words.empty()) {
      // Parts of overlapping compounds ("22,23/7/2020") may go back; nothing lies between them.
      word.before = token.begin_byte >= previous_end
                        ? separators(text.substr(previous_end, token.begin_byte - previous_end))
                        : sep::kOther;
    } else if (token.begin_byte > 0) {
      word.before |= separators(text.substr(0, token.begin_byte));
    }
    if (word.shape == Shape::upper && word.symbol == four && four != kNoSymbol)
      word.symbol = central;
    if (word.symbol < roles.size()) word.roles = roles[word.symbol];
    capitals += word.shape == Shape::upper;
    shouted += word.shape != Shape::number;
    previous_end = token.end_byte;
    out.words.push_back(word);
  }
  out.shouting = shouted >= 4 && capitals * 10 >= shouted * 7;
}

}  // namespace khobao::names
