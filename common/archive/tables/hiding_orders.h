#pragma once
/// Orders to hide articles, as an archive keeps them (indexer/change/hidden_articles.h).
#include <map>
#include <string>

#include "common/base/result.h"

namespace khobao::archive {

struct HiddenArticle {
  std::string reason;
  std::string since;  ///< YYYY-MM-DD
};

/// By id of the article.
using HiddenArticles = std::map<std::string, HiddenArticle, std::less<>>;

/// `path` "": none. index_corrupt where the file is not as it was written.
Result<HiddenArticles> read_hidden(const std::string& path);
std::string hidden_bytes(const HiddenArticles& hidden);

/// Whether the article with this id is, or that of which it is a text.
bool is_hidden(const HiddenArticles& hidden, const std::string& id);

}  // namespace khobao::archive
