#include "searcher/filter/comparable_name.h"

namespace khobao::filter {

std::string ComparableName::of(std::string_view name) {
  tokens_.clear();
  tokenizer_.tokenize(name, tokens_);
  std::string out;
  for (const text::Token& token : tokens_) {
    if (token.parts > 0) continue;
    if (!out.empty()) out += ' ';
    out += token.term;
  }
  return out;
}

}  // namespace khobao::filter
