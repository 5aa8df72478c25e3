#include "searcher/reposts/sentences.h"

#include <algorithm>

namespace khobao::reposts {
namespace {

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

// Opening marks stand in front of a sentence's first word and belong to it.
size_t with_opening_marks(std::string_view text, size_t word, size_t least) {
  const size_t space = text.substr(0, word).rfind(' ');
  return space == std::string_view::npos ? least : std::max(least, space + 1);
}

}  // namespace

std::vector<Sentence> sentences_of(std::string_view paragraph, text::Tokenizer& tokenizer) {
  std::vector<text::Token> tokens;
  tokenizer.tokenize(paragraph, tokens);
  std::erase_if(tokens, [](const text::Token& token) { return token.parts > 0; });
  std::vector<Sentence> sentences;
  size_t begin = 0;
  for (size_t first = 0; first < tokens.size();) {
    size_t last = first + 1;
    while (last < tokens.size() && tokens[last].gap == text::Gap::none) ++last;
    const size_t end = last == tokens.size()
                           ? paragraph.size()
                           : with_opening_marks(paragraph, tokens[last].begin_byte,
                                                tokens[last - 1].end_byte);
    const std::string_view whole = trimmed(paragraph.substr(begin, end - begin));
    const auto from = static_cast<uint32_t>(whole.data() - paragraph.data());
    Sentence& sentence = sentences.emplace_back(Sentence{std::string(whole), {}});
    for (; first < last; ++first) {
      tokens[first].begin_byte -= from;
      tokens[first].end_byte -= from;
      sentence.words.push_back(std::move(tokens[first]));
    }
    begin = end;
  }
  return sentences;
}

std::vector<Sentence> sentences_of(const archive::Article& article, text::Tokenizer& tokenizer) {
  std::vector<Sentence> all;
  for (const archive::Paragraph& paragraph : article.paragraphs) {
    for (Sentence& sentence : sentences_of(paragraph.text, tokenizer))
      all.push_back(std::move(sentence));
  }
  return all;
}

bool same_words(const Sentence& a, const Sentence& b) {
  return std::equal(a.words.begin(), a.words.end(), b.words.begin(), b.words.end(),
                    [](const auto& x, const auto& y) { return x.term == y.term; });
}

}  // namespace khobao::reposts
