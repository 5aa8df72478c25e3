#include "indexer/recognise/article_tokens.h"

namespace khobao::recognise {

ArticleTokens tokenise(text::Tokenizer& tokenizer, const archive::Article& article) {
  ArticleTokens tokens(article.paragraphs.size() + 1);
  tokenizer.tokenize(article.title, tokens[0]);
  for (size_t i = 0; i < article.paragraphs.size(); ++i)
    tokenizer.tokenize(article.paragraphs[i].text, tokens[i + 1]);
  return tokens;
}

}  // namespace khobao::recognise
