#pragma once
/// Orders to hide articles, as an archive keeps them (indexer/change/hidden_articles.h).
#include <map>
#include <set>
#include <string>

#include "common/base/result.h"

namespace khobao::archive {

/// An order holds for the id, and for the text under whatever id: a file may be renamed.
struct HiddenArticle {
  std::string reason;
  std::string since;              ///< YYYY-MM-DD
  std::string text_of = {};       ///< the id that was hidden by order, whose text this is; "" for that one
  std::set<std::string> prints = {};  ///< of its texts (indexer/keep/text_print.h); none in older lists
  std::set<std::string> shown = {};   ///< other ids with the same text, for which it does not hold
};

/// By id of the article.
using HiddenArticles = std::map<std::string, HiddenArticle, std::less<>>;

/// `path` "": none. index_corrupt where the file is not as it was written.
Result<HiddenArticles> read_hidden(const std::string& path);
std::string hidden_bytes(const HiddenArticles& hidden);

/// Whether the article with this id is, or that of which it is a text.
bool is_hidden(const HiddenArticles& hidden, const std::string& id);

}  // namespace khobao::archive
