#pragma once
/// The token streams of an archive's articles, read one after another.
#include <xapian.h>

#include <memory>
#include <string>
#include <string_view>

#include "common/archive/generations/layered_index.h"

namespace khobao::archive {

/// Where token streams come from: files beside the layers, or a value slot where there are none
/// (of a database on another host). One thread at a time.
class StreamSource {
 public:
  virtual ~StreamSource() = default;

  /// The packed stream of an article (token_stream.h), not compared yet; empty where it has none.
  /// Valid until the next call at least. Throws Xapian errors.
  virtual std::string_view of(Xapian::docid docid) = 0;
};

/// Of the files beside the index's layers: the bytes where they are mapped, valid as long as
/// `index`.
std::unique_ptr<StreamSource> mapped_streams(const LayeredIndex& index);

/// Those of an index, wherever it has them; valid as long as `index`.
std::unique_ptr<StreamSource> streams_of(const LayeredIndex& index);

/// Of the slot Slot::stream of a database's documents. Several times as fast where docids ascend
/// from call to call.
std::unique_ptr<StreamSource> streams_in_values(const Xapian::Database& database);

/// The one place where searches get token streams from. One thread at a time; the index must
/// outlive it.
class ArticleStreams {
 public:
  explicit ArticleStreams(const LayeredIndex& index)
      : ArticleStreams(index, streams_of(index)) {}
  ArticleStreams(const LayeredIndex& index, std::unique_ptr<StreamSource> source)
      : index_(index), source_(std::move(source)) {}

  /// The packed stream of an article (token_stream.h), valid until the next call. Throws Xapian
  /// errors: DatabaseCorruptError where the article has none.
  std::string_view of(Xapian::docid docid) {
    docid_ = docid;
    const std::string_view bytes = source_->of(docid);
    if (bytes.empty()) refuse();
    return bytes;
  }

  /// Throws DatabaseCorruptError, naming the layer: the stream that was read last is damaged.
  [[noreturn]] void refuse() const;

 private:
  const LayeredIndex& index_;
  std::unique_ptr<StreamSource> source_;
  Xapian::docid docid_ = 0;
};

}  // namespace khobao::archive
