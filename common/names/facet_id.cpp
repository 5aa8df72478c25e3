#include "common/names/facet_id.h"

#include "common/text/tokenizer.h"

namespace khobao::names {

std::string name_key(std::string_view name) {
  text::Tokenizer tokenizer;
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

uint64_t facet_id(std::string_view name) {
  uint64_t hash = 14695981039346656037u;
  for (const char c : name_key(name)) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
  }
  return hash;
}

}  // namespace khobao::names
