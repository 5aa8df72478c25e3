#pragma once
#include <xapian.h>

#include "common/archive/text_compression.h"
#include "indexer/write/document_builder.h"

namespace khobao::publish {

struct PublishedDocument {
  Xapian::Document document;
  uint32_t words = 0;  ///< the length that Xapian gives it
};

/// Article -> document of a published shard: as that of a layer, and with kCarriedSlot
/// (common/archive/publication/carried_article.h). Not for use by two threads at once.
class PublishedDocuments {
 public:
  explicit PublishedDocuments(const archive::TextDictionary& dictionary) : builder_(dictionary) {}

  PublishedDocument build(const archive::Article& article, const std::string& root);

 private:
  write::DocumentBuilder builder_;
};

}  // namespace khobao::publish
