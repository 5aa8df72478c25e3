#pragma once
/// The piece of an article that shows best why it was found.
#include <string>
#include <vector>

#include "common/archive/article.h"
#include "common/text/tokenizer.h"
#include "searcher/request.h"

namespace khobao::searcher {

/// Makes snippets for one query. Not for use by two threads at once.
class SnippetMaker {
 public:
  /// `terms`: what to highlight. `max_chars`: code points of a snippet, about.
  SnippetMaker(std::vector<std::string> terms, size_t max_chars);

  /// One or two whole sentences where they fit, else the part of one round its matches, with an
  /// ellipsis at each cut. Paragraphs and captions only, never furniture. Highlights lie on whole
  /// tokens of the original spelling. The beginning of the article where nothing matches.
  Snippet make(const archive::Article& article);

 private:
  struct Sentence;
  Snippet cut(const std::vector<Sentence>& sentences, size_t best) const;

  std::vector<std::string> terms_;
  size_t max_chars_;
  text::Tokenizer tokenizer_;
};

}  // namespace khobao::searcher
