#include "searcher/match/docid_source.h"

#include <xapian.h>

#include <algorithm>
#include <string>

#include "searcher/match/layer_places.h"

namespace khobao::match {
namespace {

using SharedDocids = std::shared_ptr<const std::vector<Xapian::docid>>;

class DocidSource : public Xapian::PostingSource {
 public:
  DocidSource(SharedDocids docids, LayerPlaces places)
      : whole_(std::move(docids)), places_(std::move(places)) {}

  void init(const Xapian::Database& layer) override {
    places_.init(layer);
    docids_ = places_.single() ? whole_ : of_layer();
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
  DocidSource* clone() const override { return new DocidSource(whole_, places_); }
  std::string get_description() const override {
    return "DocidSource(" + std::to_string(whole_->size()) + ")";
  }

 private:
  Xapian::doccount size() const { return static_cast<Xapian::doccount>(docids_->size()); }

  SharedDocids of_layer() const {
    auto docids = std::make_shared<std::vector<Xapian::docid>>();
    for (const Xapian::docid docid : *whole_) {
      if (places_.holds(docid)) docids->push_back(places_.in_layer(docid));
    }
    return docids;
  }

  SharedDocids whole_, docids_;
  LayerPlaces places_;
  size_t at_ = 0;
  bool started_ = false;
};

}  // namespace

Xapian::Query docid_query(std::shared_ptr<const std::vector<Xapian::docid>> docids,
                          const Xapian::Database& database) {
  return Xapian::Query((new DocidSource(std::move(docids), LayerPlaces(database)))->release());
}

}  // namespace khobao::match
