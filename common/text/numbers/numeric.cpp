#include "common/text/numbers/numeric.h"

#include <string>

#include "common/text/letters/char_class.h"
#include "common/text/letters/digits.h"
#include "common/text/letters/utf8.h"
#include "common/text/numbers/document_number.h"

namespace khobao::text {
namespace {

// Numbers strung on separators that make no number of them: versions, addresses of machines, lists
// without spaces. The last is left to be read by itself, since it may begin a date or a fraction.
size_t read_chain(std::string_view s, size_t pos, std::string_view separators,
                  std::vector<Token>& out) {
  for (;;) {
    const Digits link = digits_at(s, pos);
    const char c = byte_at(s, link.end);
    if (c == '\0' || separators.find(c) == std::string_view::npos ||
        !is_ascii_digit(byte_at(s, link.end + 1))) {
      return pos;
    }
    out.push_back(make_token(plain_number(s, link), pos, link.end, TokenKind::number));
    pos = link.end + 1;
  }
}

// The separator of thousands after the digits `first`, 0 where there is none. One group is
// believed after a dot (1.665); after a comma it is a decimal, unless more groups or a decimal
// point follow (1,250,000; 1,250.5).
char thousands_separator(std::string_view s, const Digits& first) {
  if (first.size() > 3 || s[first.begin] == '0') return '\0';
  const char c = byte_at(s, first.end);
  if ((c != '.' && c != ',') || digits_at(s, first.end + 1).size() != 3) return '\0';
  if (c == '.') return c;
  const size_t behind = first.end + 4;
  const bool more = (byte_at(s, behind) == ',' && digits_at(s, behind + 1).size() == 3) ||
                    (byte_at(s, behind) == '.' && is_ascii_digit(byte_at(s, behind + 1)));
  return more ? c : '\0';
}

// Where the sign ends that makes a percentage of the number that ends at `pos`, a space between or
// none ("3%", "3 %"); `pos` where there is none.
size_t percent_end(std::string_view s, size_t pos) {
  size_t at = pos;
  if (at < s.size()) {
    size_t behind = at;
    const char32_t c = next_code_point(s, behind);
    if (c == ' ' || c == 0xA0 || c == 0x202F) at = behind;
  }
  return byte_at(s, at) == '%' ? at + 1 : pos;
}

// Thousands in groups, decimals after a comma or a dot.
size_t read_number(std::string_view s, size_t pos, std::vector<Token>& out) {
  const Digits first = digits_at(s, pos);
  const char thousands = thousands_separator(s, first);
  std::string term = plain_number(s, first);
  size_t end = first.end;
  while (thousands != '\0' && byte_at(s, end) == thousands && digits_at(s, end + 1).size() == 3) {
    term += s.substr(end + 1, 3);
    end += 4;
  }
  const auto goes_on = [&] {
    const char c = byte_at(s, end);
    return (c == ',' || c == '.') && is_ascii_digit(byte_at(s, end + 1));
  };
  if (goes_on() && s[end] != thousands) {
    const Digits decimals = digits_at(s, end + 1);
    term += ',';
    term += s.substr(decimals.begin, decimals.size());
    end = decimals.end;
  }
  if (goes_on()) return read_chain(s, pos, ".,", out);
  if (term.size() > kMaxTermBytes) term.resize(kMaxTermBytes);
  if (const size_t sign = percent_end(s, end); sign > end && term.size() < kMaxTermBytes) {
    out.push_back(make_token(term + '%', pos, sign, TokenKind::marked, 1));
    out.push_back(make_token(std::move(term), pos, end, TokenKind::number));
    return sign;
  }
  out.push_back(make_token(std::move(term), pos, end, TokenKind::number));
  return end;
}

size_t read_fraction(std::string_view s, size_t pos, std::vector<Token>& out) {
  const Digits top = digits_at(s, pos);
  if (byte_at(s, top.end) != '/') return pos;
  const Digits bottom = digits_at(s, top.end + 1);
  if (bottom.size() == 0) return pos;
  if (byte_at(s, bottom.end) == '/') return read_chain(s, pos, "/", out);
  if (top.size() > 6 || bottom.size() > 6) return pos;
  out.push_back(make_token(plain_number(s, top) + "/" + plain_number(s, bottom), pos, bottom.end,
                           TokenKind::fraction));
  return bottom.end;
}

// True where the digits that end at `pos` go on as letters: "10h30", but not "2020" with a
// zero-width space after it.
bool letters_follow(std::string_view s, size_t pos) {
  while (pos < s.size()) {
    const char32_t c = next_code_point(s, pos);
    if (!is_invisible(c)) return classify(c) != CharClass::separator;
  }
  return false;
}

}  // namespace

size_t read_numeric(std::string_view s, size_t pos, DateCue cue, std::vector<Token>& out) {
  if (const size_t end = read_document_number(s, pos, out); end > pos) return end;
  if (const size_t end = read_date(s, pos, cue, out); end > pos) return end;
  if (const size_t end = read_fraction(s, pos, out); end > pos) return end;
  if (letters_follow(s, digits_at(s, pos).end)) return pos;
  return read_number(s, pos, out);
}

}  // namespace khobao::text
