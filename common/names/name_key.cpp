#include "common/names/name_key.h"

#include "common/text/word_cache.h"

namespace khobao::names {
namespace {

constexpr size_t kKept = 4096;
constexpr size_t kMostKeptBytes = 200;  // of a name; longer ones hardly come again

}  // namespace

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

const std::string& NameKeys::of(std::string_view name) {
  if (kept_.empty()) kept_.resize(kKept + 1);
  const bool keep = name.size() <= kMostKeptBytes;
  Kept& kept = kept_[keep ? text::hash_word(name) % kKept : kKept];
  if (keep && kept.name == name) return kept.key;
  if (keep) kept.name = name;
  kept.key = name_key(name, tokenizer_);
  return kept.key;
}

}  // namespace khobao::names
