#include "searcher/docid_source.h"

#include <algorithm>
#include <string>

namespace khobao::searcher {
namespace {

using Docids = std::shared_ptr<const std::vector<Xapian::docid>>;

// Xapian asks each layer of a database on its own, with docids that count within the layer, and
// tells the source by init() which one it is: by its UUID, of which the whole database has one a
// layer, with ':' between them.
class DocidSource : public Xapian::PostingSource {
 public:
  DocidSource(Docids docids, std::string uuids)
      : whole_(std::move(docids)), uuids_(std::move(uuids)) {}

  void init(const Xapian::Database& layer) override {
    docids_ = uuids_.empty() ? whole_ : of_layer(layer.get_uuid());
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
  DocidSource* clone() const override { return new DocidSource(whole_, uuids_); }
  std::string get_description() const override {
    return "DocidSource(" + std::to_string(whole_->size()) + ")";
  }

 private:
  Xapian::doccount size() const { return static_cast<Xapian::doccount>(docids_->size()); }

  // Layer k of n holds the docids k + 1, k + 1 + n, k + 1 + 2 n …
  Docids of_layer(const std::string& uuid) const {
    const size_t place = uuids_.find(uuid);
    const size_t layers = (uuids_.size() + 1) / (uuid.size() + 1);
    auto docids = std::make_shared<std::vector<Xapian::docid>>();
    if (place == std::string::npos) return docids;
    const size_t layer = place / (uuid.size() + 1);
    for (const Xapian::docid docid : *whole_) {
      if ((docid - 1) % layers == layer)
        docids->push_back(static_cast<Xapian::docid>((docid - 1) / layers + 1));
    }
    return docids;
  }

  Docids whole_, docids_;
  std::string uuids_;  ///< "" for a database of one layer
  size_t at_ = 0;
  bool started_ = false;
};

}  // namespace

Xapian::Query docid_query(std::shared_ptr<const std::vector<Xapian::docid>> docids,
                          const Xapian::Database& database) {
  std::string uuids = database.get_uuid();
  if (uuids.find(':') == std::string::npos) uuids.clear();
  return Xapian::Query((new DocidSource(std::move(docids), std::move(uuids)))->release());
}

}  // namespace khobao::searcher
