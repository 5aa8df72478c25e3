#pragma once
/// Article -> document of the index: the one place that decides which terms and values an article gets.
///
///   title "Cầu Bến Lội", body "Cầu dài 412 m. …"
///     terms   cầu (wdf 2)  bến  lội  dài  412  m …   Scầu  Sbến  Slội   Q<id>  XROOT<root>
///             XSRC<outlet>  XAUT<author>  and so on for each field of fields.h
///     values  published, order, content hash, facet ids of the fields, and the article itself,
///             compressed
///
/// and its token stream, which lies beside the index.
#include <string>
#include <vector>

#include "common/archive/article.h"
#include "common/archive/streams/token_stream.h"
#include "common/archive/text_compression.h"
#include "common/names/name_key.h"
#include "common/text/analyzer.h"
#include "common/text/term_counts.h"
#include "indexer/recognise/article_tokens.h"
#include "indexer/write/indexed_document.h"

namespace khobao::write {

struct BuiltDocument {
  IndexedDocument document;
  std::string stream;  ///< packed, token_stream.h
};

/// Not for use by two threads at once.
class DocumentBuilder {
 public:
  explicit DocumentBuilder(const archive::TextDictionary& dictionary) : compressor_(dictionary) {}

  /// `tokens`: those of the article; empty: they are made here. `root`: name of the root the
  /// article came from.
  BuiltDocument build(const archive::Article& article, const recognise::ArticleTokens& tokens,
                      const std::string& root);

 private:
  text::Tokenizer tokenizer_;
  names::NameKeys keys_;
  text::TermCounts counts_;
  archive::TokenStreamWriter stream_;
  archive::TextCompressor compressor_;
};

}  // namespace khobao::write
