#include "common/text/numbers/document_number.h"

#include <unicode/uchar.h>

#include <string>

#include "common/text/letters/char_class.h"
#include "common/text/letters/normalise.h"
#include "common/text/letters/utf8.h"

namespace khobao::text {
namespace {

constexpr size_t kMaxNumberParts = 7;
constexpr size_t kMaxCodeLetters = 12;  // "UBTVQH", "BTCTW", "HĐBCQG"
constexpr size_t kMaxCodeBytes = 80;    // with decomposed letters and invisible characters

struct Part {
  size_t begin = 0, end = 0;
  std::string term;
  bool letters = false;  // a code such as NĐ; else digits
  char before = '\0';    // the separator in front: '/' or '-'
  bool spaced = false;   // with spaces round that separator
};

// A code: capitals, perhaps with dots between single ones (T.Ư) and a number at its end (UBTVQH14).
// One small letter may stand among them (TTr, TTg).
bool read_code(std::string_view s, size_t pos, Part& part) {
  size_t letters = 0, small = 0;
  size_t next = pos;
  std::string surface;
  bool dotted = false;
  while (next < s.size()) {
    size_t behind = next;
    const char32_t c = next_code_point(s, behind);
    if (c == '.' && (letters == 1 || dotted) && dotted_capital_end(s, next) > next) {
      dotted = true;
      next = behind;
      continue;
    }
    const CharClass kind = classify(c);
    if (kind == CharClass::separator) break;
    if (kind == CharClass::digit && letters == 0) return false;
    if (kind == CharClass::letter && u_islower(static_cast<UChar32>(c))) ++small;
    if (kind == CharClass::letter && !is_invisible(c) && !(c >= 0x300 && c <= 0x36F)) ++letters;
    surface.append(s.substr(next, behind - next));
    next = behind;
    if (letters > kMaxCodeLetters || surface.size() > kMaxCodeBytes) return false;
  }
  if (letters == 0 || small > 1 || (small == 1 && letters < 3)) return false;
  part.begin = pos;
  part.end = next;
  part.letters = true;
  part.term = normalise_word(surface);
  if (part.term == "tư") part.term = "tw";  // Trung ương: TƯ, T.Ư, TW
  return true;
}

bool read_year(std::string_view s, size_t pos, Part& part) {
  size_t next = pos;
  while (next < s.size() && is_ascii_digit(s[next])) ++next;
  if (next - pos != 4 || (s[pos] != '1' && s[pos] != '2')) return false;
  part.begin = pos;
  part.end = next;
  part.term = std::string(s.substr(pos, 4));
  return true;
}

// A dash or slash with at most one space on each side; moves `pos` past it.
bool read_separator(std::string_view s, size_t& pos, Part& part) {
  size_t next = pos;
  part.spaced = false;
  const auto skip_space = [&] {
    size_t behind = next;
    if (next < s.size() && (s[next] == ' ' || next_code_point(s, behind) == 0xA0)) {
      if (behind == next) behind = next + 1;
      next = behind;
      part.spaced = true;
    }
  };
  skip_space();
  if (next >= s.size()) return false;
  size_t behind = next;
  const char32_t c = next_code_point(s, behind);
  if (c == '\\' && behind < s.size() && s[behind] == '/') ++behind;  // escaped by a careless dump
  if (c != '/' && c != '\\' && !is_dash(c)) return false;
  part.before = is_dash(c) ? '-' : '/';
  next = behind;
  skip_space();
  pos = next;
  return true;
}

// N-KIND/ISSUER, N/YEAR/KIND[-ISSUER…], N/KIND-ISSUER…: what tells a document number from a score
// ("3-2"), a fraction or a range. Spaces round a separator are believed only in the first two
// forms.
bool is_document_number(const std::vector<Part>& parts) {
  if (parts.size() < 3) return false;
  const Part& second = parts[1];
  const Part& third = parts[2];
  if (second.before == '-') return second.letters && third.letters && third.before == '/';
  if (!second.letters) return third.letters && third.before == '/';
  return third.letters && third.before == '-' && !second.spaced;
}

}  // namespace

size_t read_document_number(std::string_view s, size_t pos, std::vector<Token>& out) {
  std::vector<Part> parts(1);
  Part& number = parts.front();
  number.begin = number.end = pos;
  while (number.end < s.size() && is_ascii_digit(s[number.end])) ++number.end;
  if (number.end == pos || number.end - pos > 6) return pos;
  size_t zeros = pos;
  while (zeros + 1 < number.end && s[zeros] == '0') ++zeros;
  number.term = std::string(s.substr(zeros, number.end - zeros));

  while (parts.size() < kMaxNumberParts) {
    Part part;
    size_t next = parts.back().end;
    if (!read_separator(s, next, part)) break;
    // After the issuer only a tight hyphen goes on: "35-CT/TW - người dân" ends at TW.
    if (parts.size() >= 3 && part.spaced && !(parts.size() == 3 && !parts[1].letters)) break;
    if (!read_code(s, next, part) && !(parts.size() == 1 && read_year(s, next, part))) break;
    parts.push_back(std::move(part));
  }
  if (!is_document_number(parts)) return pos;

  Token compound{.term = parts.front().term,
                 .begin_byte = static_cast<uint32_t>(pos),
                 .end_byte = static_cast<uint32_t>(parts.back().end),
                 .kind = TokenKind::document,
                 .gap = Gap::none,
                 .parts = static_cast<uint8_t>(parts.size())};
  for (size_t i = 1; i < parts.size(); ++i) compound.term += parts[i].before + parts[i].term;
  if (compound.term.size() > kMaxTermBytes) return pos;
  out.push_back(std::move(compound));
  for (Part& part : parts) {
    out.push_back({.term = std::move(part.term),
                   .begin_byte = static_cast<uint32_t>(part.begin),
                   .end_byte = static_cast<uint32_t>(part.end),
                   .kind = part.letters ? TokenKind::word : TokenKind::number,
                   .gap = Gap::none,
                   .parts = 0});
  }
  return out.back().end_byte;
}

}  // namespace khobao::text
