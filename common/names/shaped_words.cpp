#include "common/names/shaped_words.h"

#include <unicode/uchar.h>

#include "common/text/letters/char_class.h"
#include "common/text/letters/utf8.h"
#include "common/text/short_strings.h"
#include "common/text/word_cache.h"

namespace khobao::names {
namespace {

uint16_t separators(std::string_view between) {
  if (between.size() == 1 && between[0] == ' ') return sep::kSpace;
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

// T.Ư and TƯ come as the word of "bốn".
Symbol four_of(const Symbols& symbols) { return symbols.find("tư"); }
Symbol central_of(const Symbols& symbols) { return symbols.find("tw"); }

WordForm form_of(std::string_view surface, const khobao::text::Token& token, const Symbols& symbols,
                 std::span<const uint32_t> roles) {
  WordForm form;
  form.hash = khobao::text::hash_word(token.term);
  form.symbol = symbols.find(token.term, form.hash);
  form.shape =
      token.kind == khobao::text::TokenKind::word ? shape_of(surface) : Shape::number;
  if (form.shape == Shape::upper && form.symbol != kNoSymbol && form.symbol == four_of(symbols))
    form.symbol = central_of(symbols);
  if (form.symbol < roles.size()) form.roles = roles[form.symbol];
  return form;
}

// `form_at(surface, token, word)` fills in the form of a word.
template <class FormAt>
void read_words_by(FormAt form_at, std::string_view text,
                   const std::vector<khobao::text::Token>& tokens, Paragraph& out) {
  out.text = text;
  out.words.clear();
  size_t cited = 0, capitals = 0, shouted = 0, previous_end = 0;
  for (const khobao::text::Token& token : tokens) {
    if (token.parts > 0) {
      const bool plain = token.kind == khobao::text::TokenKind::title ||
                         token.kind == khobao::text::TokenKind::marked;
      if (!plain) cited = token.parts;
      continue;
    }
    uint16_t before = sep::kStart;
    if (!out.words.empty()) {
      // Parts of overlapping compounds ("22,23/7/2020") may go back; nothing lies between them.
      before = token.begin_byte >= previous_end
                   ? separators(text.substr(previous_end, token.begin_byte - previous_end))
                   : sep::kOther;
    } else if (token.begin_byte > 0) {
      before |= separators(text.substr(0, token.begin_byte));
    }
    Word& word = out.words.emplace_back();
    form_at(text.substr(token.begin_byte, token.end_byte - token.begin_byte), token, word);
    word.begin_byte = token.begin_byte;
    word.end_byte = token.end_byte;
    word.before = before;
    word.sentence = token.gap != khobao::text::Gap::none;
    word.cited = cited > 0;
    if (cited > 0) --cited;
    capitals += word.shape == Shape::upper;
    shouted += word.shape != Shape::number;
    previous_end = token.end_byte;
  }
  out.shouting = shouted >= 4 && capitals * 10 >= shouted * 7;
}

void take_form(const WordForm& form, Word& word) {
  word.symbol = form.symbol;
  word.roles = form.roles;
  word.hash = form.hash;
  word.shape = form.shape;
}

constexpr size_t kFirstSlots = 1024;
constexpr size_t kMostForms = 32'768;  // those of a few hundred articles

}  // namespace

WordForms::WordForms(const Symbols& symbols, std::span<const uint32_t> roles)
    : symbols_(symbols), roles_(roles), slots_(kFirstSlots) {}

void WordForms::begin_article() {
  if (known_.size() < kMostForms) return;
  known_.clear();
  slots_.assign(kFirstSlots, {});
  ++generation_;
}

uint32_t WordForms::number_of(std::string_view surface, const khobao::text::Token& token) {
  const uint32_t hash = khobao::text::quick_hash(surface);
  for (size_t at = hash;; ++at) {
    const Slot& slot = slots_[at & (slots_.size() - 1)];
    if (slot.number == 0) return add(hash, surface, token);
    if (slot.hash != hash) continue;
    const Known& known = known_[slot.number - 1];
    if (known.kind == token.kind && khobao::text::same_word(known.surface, surface) &&
        khobao::text::same_word(known.term, token.term))
      return slot.number - 1;
  }
}

uint32_t WordForms::add(uint32_t hash, std::string_view surface,
                        const khobao::text::Token& token) {
  known_.push_back({.form = form_of(surface, token, symbols_, roles_),
                    .kind = token.kind,
                    .surface = std::string(surface),
                    .term = token.term});
  if (known_.size() * 2 > slots_.size()) {
    std::vector<Slot> old(slots_.size() * 2);
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.number != 0) put(slot.hash, slot.number);
    }
  }
  const auto number = static_cast<uint32_t>(known_.size());
  put(hash, number);
  return number - 1;
}

void WordForms::put(uint32_t hash, uint32_t number) {
  size_t at = hash;
  while (slots_[at & (slots_.size() - 1)].number != 0) ++at;
  slots_[at & (slots_.size() - 1)] = {.hash = hash, .number = number};
}

void read_words(std::string_view text, const std::vector<khobao::text::Token>& tokens,
                WordForms& forms, Paragraph& out) {
  const auto form_at = [&](std::string_view surface, const khobao::text::Token& token, Word& word) {
    word.form = forms.number_of(surface, token);
    take_form(forms.form(word.form), word);
  };
  read_words_by(form_at, text, tokens, out);
}

void read_words(std::string_view text, const std::vector<khobao::text::Token>& tokens,
                const Symbols& symbols, std::span<const uint32_t> roles, Paragraph& out) {
  const auto form_at = [&](std::string_view surface, const khobao::text::Token& token, Word& word) {
    take_form(form_of(surface, token, symbols, roles), word);
  };
  read_words_by(form_at, text, tokens, out);
}

}  // namespace khobao::names
