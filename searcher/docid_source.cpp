#include "searcher/docid_source.h"

#include <algorithm>
#include <string>

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

Xapian::Query docid_query(std::shared_ptr<const std::vector<Xapian::docid>> docids) {
  return Xapian::Query((new DocidSource(std::move(docids)))->release());
}

}  // namespace khobao::searcher
