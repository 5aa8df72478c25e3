#include "common/archive/generations/article_streams.h"

namespace khobao::archive {

ArticleStreams::ArticleStreams(const LayeredIndex& index) : index_(index), values_(begin()) {}

Xapian::ValueIterator ArticleStreams::begin() const {
  return index_.database().valuestream_begin(static_cast<Xapian::valueno>(Slot::stream));
}

std::string_view ArticleStreams::of(Xapian::docid docid) {
  if (docid < docid_) values_ = begin();
  docid_ = docid;
  const Xapian::ValueIterator end;
  if (values_ != end) values_.skip_to(docid);
  if (values_ == end || values_.get_docid() != docid) refuse();
  bytes_ = *values_;
  return bytes_;
}

void ArticleStreams::refuse() const {
  throw Xapian::DatabaseCorruptError("the words of an article in " +
                                     index_.layer_name(index_.layer_of(docid_)) +
                                     " are not what was written");
}

}  // namespace khobao::archive
