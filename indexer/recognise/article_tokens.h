#pragma once
/// The tokens of an article, made once: the recogniser, the token stream and the term counts all
/// read them.
#include <vector>

#include "common/archive/article.h"
#include "common/text/tokenizer.h"

namespace khobao::recognise {

/// Of the title, then of each paragraph; empty where the article was not analysed yet.
using ArticleTokens = std::vector<std::vector<text::Token>>;

ArticleTokens tokenise(text::Tokenizer& tokenizer, const archive::Article& article);

}  // namespace khobao::recognise
