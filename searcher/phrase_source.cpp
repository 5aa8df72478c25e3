#include "searcher/phrase_source.h"

#include <algorithm>

#include "common/archive/schema.h"
#include "searcher/stream_matcher.h"

namespace khobao::searcher {
namespace {

class DocidSource : public Xapian::PostingSource {
 public:
  explicit DocidSource(std::shared_ptr<const std::vector<Xapian::docid>> docids)
      : docids_(std::move(docids)) {}

  void init(const Xapian::Database&) override {
    at_ = 0;
    started_ = false;
  }
  Xapian::doccount get_termfreq_min() const override { return size(); }
  Xapian::doccount get_termfreq_est() const override { return size(); }
  Xapian::doccount get_termfreq_max() const override { return size(); }
  void next(double) override { started_ ? void(++at_) : void(started_ = true); }
  void skip_to(Xapian::docid docid, double) override {
    started_ = true;
    at_ = static_cast<size_t>(
        std::lower_bound(docids_->begin() + static_cast<long>(at_), docids_->end(), docid) -
        docids_->begin());
  }
  bool at_end() const override { return at_ >= docids_->size(); }
  Xapian::docid get_docid() const override { return (*docids_)[at_]; }
  DocidSource* clone() const override { return new DocidSource(docids_); }
  std::string get_description() const override {
    return "DocidSource(" + std::to_string(docids_->size()) + ")";
  }

 private:
  Xapian::doccount size() const { return static_cast<Xapian::doccount>(docids_->size()); }

  std::shared_ptr<const std::vector<Xapian::docid>> docids_;
  size_t at_ = 0;
  bool started_ = false;
};

}  // namespace

std::vector<Xapian::docid> articles_with_phrase(const Xapian::Database& database,
                                                const std::vector<std::string>& terms) {
  std::vector<std::string> rarest_first = terms;
  std::sort(rarest_first.begin(), rarest_first.end());
  rarest_first.erase(std::unique(rarest_first.begin(), rarest_first.end()), rarest_first.end());
  std::sort(rarest_first.begin(), rarest_first.end(),
            [&](const std::string& a, const std::string& b) {
              return database.get_termfreq(a) < database.get_termfreq(b);
            });
  std::vector<Xapian::PostingIterator> lists;
  for (const std::string& term : rarest_first) {
    lists.push_back(database.postlist_begin(term));
    if (lists.back() == database.postlist_end(term)) return {};
  }
  std::vector<Xapian::docid> found;
  StreamMatcher matcher(rarest_first);
  const auto slot = static_cast<Xapian::valueno>(archive::Slot::stream);
  Xapian::ValueIterator streams = database.valuestream_begin(slot);
  const Xapian::ValueIterator streams_end = database.valuestream_end(slot);
  const Xapian::PostingIterator end;
  while (lists.front() != end) {
    const Xapian::docid docid = *lists.front();
    bool everywhere = true;
    for (size_t i = 1; i < lists.size() && everywhere; ++i) {
      lists[i].skip_to(docid);
      if (lists[i] == end) return found;
      everywhere = *lists[i] == docid;
    }
    if (everywhere) {
      streams.skip_to(docid);
      if (streams == streams_end) return found;
      if (streams.get_docid() == docid && matcher.read(*streams) && matcher.has_phrase(terms))
        found.push_back(docid);
    }
    ++lists.front();
  }
  return found;
}

Xapian::Query docid_query(std::shared_ptr<const std::vector<Xapian::docid>> docids) {
  return Xapian::Query((new DocidSource(std::move(docids)))->release());
}

}  // namespace khobao::searcher
