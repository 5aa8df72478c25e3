#pragma once
/// The token streams of an archive's articles, read one after another.
#include <xapian.h>

#include <string>
#include <string_view>

#include "common/archive/generations/layered_index.h"

namespace khobao::archive {

/// The one place where searches get token streams from. One thread at a time; the index must
/// outlive it.
class ArticleStreams {
 public:
  explicit ArticleStreams(const LayeredIndex& index);

  /// The packed stream of an article (token_stream.h), valid until the next call. Several times as
  /// fast where docids ascend from call to call. Throws Xapian errors: DatabaseCorruptError where the article has none.
  std::string_view of(Xapian::docid docid);

  /// Throws DatabaseCorruptError, naming the layer: the stream that was read last is damaged.
  [[noreturn]] void refuse() const;

 private:
  Xapian::ValueIterator begin() const;

  const LayeredIndex& index_;
  Xapian::ValueIterator values_;
  Xapian::docid docid_ = 0;
  std::string bytes_;
};

}  // namespace khobao::archive
