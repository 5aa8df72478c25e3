#include "searcher/reading/equivalents/query_words.h"

#include "common/text/letters/fold.h"
#include "common/text/letters/syllable.h"
#include "common/text/letters/utf8.h"

namespace khobao::reading {

Words words_of(text::Tokenizer& tokenizer, std::string_view text) {
  std::vector<text::Token> tokens;
  tokenizer.tokenize(text, tokens);
  Words words;
  for (text::Token& token : tokens) {
    if (token.parts == 0) words.push_back(std::move(token.term));
  }
  return words;
}

std::string joined(std::span<const std::string> words) {
  std::string out;
  for (const std::string& word : words) {
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

Words folded(std::span<const std::string> words) {
  Words out;
  for (const std::string& word : words) out.push_back(text::fold(word));
  return out;
}

bool is_syllable(std::string_view word) {
  return text::parse_syllable(text::to_code_points(word)).has_value();
}

}  // namespace khobao::reading
