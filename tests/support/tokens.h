#pragma once
/// Tokens in print, for tables and golden files. Every field shows, so that a row checks them all.
#include <doctest/doctest.h>

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/tokenizer.h"

namespace khobao::test {

inline const char* name_of(text::TokenKind kind) {
  constexpr const char* kNames[] = {"word",     "number",  "fraction", "date",
                                    "document", "address", "title",    "marked"};
  return kNames[static_cast<size_t>(kind)];
}

inline const char* name_of(text::Gap gap) {
  constexpr const char* kNames[] = {"none", "sentence", "paragraph"};
  return kNames[static_cast<size_t>(gap)];
}

/// "term kind begin-end gap parts", as in "35-ct/tw document 12-20 none 3".
inline std::string describe(const text::Token& token) {
  return token.term + " " + name_of(token.kind) + " " + std::to_string(token.begin_byte) + "-" +
         std::to_string(token.end_byte) + " " + name_of(token.gap) + " " +
         std::to_string(token.parts);
}

/// describe() without what holds of most tokens (kind word, gap none, parts 0): "chỉ 0-5".
inline std::string describe_briefly(const text::Token& token) {
  std::string out = token.term;
  out.append(" ").append(std::to_string(token.begin_byte));
  out.append("-").append(std::to_string(token.end_byte));
  if (token.kind != text::TokenKind::word) out.append(" ").append(name_of(token.kind));
  if (token.parts != 0) out.append(":").append(std::to_string(token.parts));
  if (token.gap != text::Gap::none) out.append(" ").append(name_of(token.gap));
  return out;
}

inline std::vector<text::Token> tokenize(std::string_view text) {
  std::vector<text::Token> tokens;
  text::Tokenizer().tokenize(text, tokens);
  return tokens;
}

/// The tokens of `text` in brief, " | " between them: "ngày 0-5 | 1/7 6-9 fraction".
inline std::string tokens_of(std::string_view text) {
  std::string out;
  for (const text::Token& token : tokenize(text)) {
    if (!out.empty()) out += " | ";
    out += describe_briefly(token);
  }
  return out;
}

struct TokenCase {
  const char *name, *in, *want;  ///< `want` as tokens_of() prints
};

inline void check_tokens(std::initializer_list<TokenCase> cases) {
  for (const TokenCase& c : cases) {
    CAPTURE(c.name);
    CAPTURE(c.in);
    CHECK(tokens_of(c.in) == c.want);
  }
}

/// The terms alone, with a space between them.
inline std::string terms_of(std::string_view text) {
  std::string out;
  for (const text::Token& token : tokenize(text)) {
    if (!out.empty()) out += ' ';
    out += token.term;
  }
  return out;
}

}  // namespace khobao::test
