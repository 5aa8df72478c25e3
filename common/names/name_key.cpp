#include "common/names/name_key.h"

namespace khobao::names {

std::string name_key(std::string_view name) {
  text::Tokenizer tokenizer;
  return name_key(name, tokenizer);
}

std::string name_key(std::string_view name, text::Tokenizer& tokenizer) {
  std::vector<text::Token> tokens;
  tokenizer.tokenize(name, tokens);
  std::string key;
  for (const text::Token& token : tokens) {
    if (token.parts > 0) continue;
    if (!key.empty()) key += ' ';
    key += token.term;
  }
  return key;
}

}  // namespace khobao::names
