#include "common/archive/generations/article_streams.h"

#include "common/archive/publication/carried_article.h"
#include "common/archive/remote/gathered_articles.h"
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

class GatheredStreams : public StreamSource {
 public:
  explicit GatheredStreams(GatheredArticles& articles) : articles_(articles) {}

  std::string_view of(Xapian::docid docid) override { return articles_.carried(docid).stream; }

 private:
  GatheredArticles& articles_;
};

class StreamsInValues : public StreamSource {
 public:
  StreamsInValues(const Xapian::Database& database, Xapian::valueno slot)
      : database_(database), slot_(slot), values_(begin()) {}

  std::string_view of(Xapian::docid docid) override {
    if (docid < docid_) values_ = begin();
    docid_ = docid;
    const Xapian::ValueIterator end;
    if (values_ != end) values_.skip_to(docid);
    if (values_ == end || values_.get_docid() != docid) return {};
    bytes_ = *values_;
    if (slot_ != kCarriedSlot) return bytes_;
    const auto carried = read_carried(bytes_);
    return carried ? carried->stream : std::string_view();
  }

 private:
  Xapian::ValueIterator begin() const {
    return database_.valuestream_begin(slot_);
  }

  Xapian::Database database_;
  Xapian::valueno slot_;
  Xapian::ValueIterator values_;
  Xapian::docid docid_ = 0;
  std::string bytes_;
};

}  // namespace

std::unique_ptr<StreamSource> mapped_streams(const LayeredIndex& index) {
  return std::make_unique<MappedStreams>(index);
}

std::unique_ptr<StreamSource> streams_in_values(const Xapian::Database& database) {
  return std::make_unique<StreamsInValues>(database,
                                           static_cast<Xapian::valueno>(Slot::stream));
}

std::unique_ptr<StreamSource> streams_of(const LayeredIndex& index) {
  if (GatheredArticles* gathered = index.gathered())
    return std::make_unique<GatheredStreams>(*gathered);
  if (!index.carries_streams()) return mapped_streams(index);
  return std::make_unique<StreamsInValues>(index.database(), kCarriedSlot);
}

void ArticleStreams::refuse() const {
  throw Xapian::DatabaseCorruptError(say("the words of an article in {} are not what was written",
                                         index_.layer_name(index_.layer_of(docid_))));
}

}  // namespace khobao::archive
