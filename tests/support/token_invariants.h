#pragma once
/// What holds of the tokens of any bytes at all; shared by the property tests and the fuzzer.
#include <string>
#include <string_view>
#include <vector>

#include "common/text/letters/utf8.h"
#include "common/text/token.h"

namespace khobao::test {

namespace detail {

inline bool is_compound(const text::Token& token) {
  return token.kind == text::TokenKind::date || token.kind == text::TokenKind::document ||
         token.kind == text::TokenKind::address || token.kind == text::TokenKind::title ||
         token.kind == text::TokenKind::marked;
}

}  // namespace detail

/// The first fault of `tokens` as the tokens of `text`, "" where they are sound: terms valid, of
/// sensible length and without spaces; offsets inside the text, between characters, in order; parts
/// after their compound and inside it; gaps only where a token takes up the text again.
inline std::string fault_in(std::string_view text, const std::vector<text::Token>& tokens) {
  size_t end = 0;    // of the last token that takes a place
  size_t parts = 0;  // still to come of the compound last met
  text::Token compound;
  for (size_t i = 0; i < tokens.size(); ++i) {
    const text::Token& token = tokens[i];
    const std::string name = "token " + std::to_string(i) + " '" + token.term + "': ";
    if (token.term.empty()) return name + "empty";
    if (token.term.size() > text::kMaxTermBytes) return name + "too long";
    if (!text::is_valid_utf8(token.term)) return name + "malformed";
    if (token.term.find_first_of(" \t\n\r") != std::string::npos) return name + "holds a space";
    if (token.begin_byte >= token.end_byte) return name + "has no surface";
    if (token.end_byte > text.size()) return name + "ends behind the text";
    if (!text::is_valid_utf8(text.substr(token.begin_byte, token.end_byte - token.begin_byte))) {
      return name + "cuts a character";
    }
    if (token.begin_byte < end) return name + "overlaps the one before";
    if (token.gap != text::Gap::none && (i == 0 || parts > 0))
      return name + "has a gap that cannot be";
    if (detail::is_compound(token) != (token.parts > 0)) return name + "parts do not fit its kind";
    if (token.parts > 0) {
      if (parts > 0) return name + "is a compound inside another";
      if (i + token.parts >= tokens.size()) return name + "parts are missing";
      compound = token;
      parts = token.parts;
      continue;
    }
    if (parts > 0) {
      --parts;
      if (token.begin_byte < compound.begin_byte || token.end_byte > compound.end_byte) {
        return name + "lies outside its compound";
      }
    }
    end = token.end_byte;
  }
  return "";
}

}  // namespace khobao::test
