#pragma once
/// An article's sentences with their words, for comparing texts.
#include <string>
#include <string_view>
#include <vector>

#include "common/archive/article.h"
#include "common/text/token.h"
#include "common/text/tokenizer.h"

namespace khobao::reposts {

struct Sentence {
  std::string text;  ///< as printed, without white space around it
  std::vector<text::Token> words;  ///< of `text`, with their places in it; compounds left out
};

/// The sentences of one paragraph.
std::vector<Sentence> sentences_of(std::string_view paragraph, text::Tokenizer& tokenizer);

/// Those of the article's paragraphs and captions, in reading order; the title is none of them.
std::vector<Sentence> sentences_of(const archive::Article& article, text::Tokenizer& tokenizer);

bool same_words(const Sentence& a, const Sentence& b);

}  // namespace khobao::reposts
