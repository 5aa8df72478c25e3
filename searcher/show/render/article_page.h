#pragma once
/// A whole article, for --show.
#include <functional>
#include <iosfwd>
#include <string_view>
#include <vector>

#include "common/base/message.h"
#include "searcher/request.h"

namespace khobao::show {

/// What of a line is a word of the query, in bytes of it.
using Highlighter = std::function<std::vector<searcher::Span>(std::string_view line)>;

struct ArticleOptions {
  size_t columns = 0;  ///< text is wrapped between words at this width; 0: a paragraph a line
  bool color = false;
  Language language = Language::english;  ///< of the names of fields
  Highlighter highlighter;                ///< used with colour: without it, the text stays as it is
};

void render_article(const archive::Article& article, const ArticleOptions& options,
                    std::ostream& out);

/// The same as one JSON object on one line: id, path, url, kind, title, display_title, published,
/// published_from, source, outlet, credit, author, section, organisations [{name, mentions}],
/// people [{name, mentions, posts}], places [{name, mentions, kind}], documents, corrected,
/// paragraphs [string], captions [string], content_hash. What is absent is null.
void render_article_json(const archive::Article& article, const std::string& content_hash,
                         std::ostream& out);

}  // namespace khobao::show
