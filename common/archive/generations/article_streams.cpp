#include "common/archive/generations/article_streams.h"

#include "common/language/say.h"

namespace khobao::archive {
namespace {

class MappedStreams : public StreamSource {
 public:
  explicit MappedStreams(const LayeredIndex& index) : index_(index) {}

  std::string_view of(Xapian::docid docid) override { return index_.stream(docid); }

 private:
  const LayeredIndex& index_;
};

class StreamsInValues : public StreamSource {
 public:
  explicit StreamsInValues(const Xapian::Database& database)
      : database_(database), values_(begin()) {}

  std::string_view of(Xapian::docid docid) override {
    if (docid < docid_) values_ = begin();
    docid_ = docid;
    const Xapian::ValueIterator end;
    if (values_ != end) values_.skip_to(docid);
    if (values_ == end || values_.get_docid() != docid) return {};
    bytes_ = *values_;
    return bytes_;
  }

 private:
  Xapian::ValueIterator begin() const {
    return database_.valuestream_begin(static_cast<Xapian::valueno>(Slot::stream));
  }

  Xapian::Database database_;
  Xapian::ValueIterator values_;
  Xapian::docid docid_ = 0;
  std::string bytes_;
};

}  // namespace

std::unique_ptr<StreamSource> mapped_streams(const LayeredIndex& index) {
  return std::make_unique<MappedStreams>(index);
}

std::unique_ptr<StreamSource> streams_in_values(const Xapian::Database& database) {
  return std::make_unique<StreamsInValues>(database);
}

void ArticleStreams::refuse() const {
  throw Xapian::DatabaseCorruptError(say("the words of an article in {} are not what was written",
                                         index_.layer_name(index_.layer_of(docid_))));
}

}  // namespace khobao::archive
