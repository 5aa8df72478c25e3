#include "searcher/score_source.h"

#include <algorithm>

#include "searcher/layer_places.h"

namespace khobao::searcher {
namespace {

using Scores = std::shared_ptr<const std::vector<float>>;

class ScoreSource : public Xapian::PostingSource {
 public:
  ScoreSource(Scores scores, Xapian::doccount above_0, float most, LayerPlaces places,
              std::string description)
      : scores_(std::move(scores)),
        above_0_(above_0),
        most_(most),
        places_(std::move(places)),
        description_(std::move(description)) {}

  void init(const Xapian::Database& layer) override {
    places_.init(layer);
    last_ = layer.get_lastdocid();
    at_ = 0;
    set_maxweight(most_);
  }
  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return std::min(above_0_, last_); }
  Xapian::doccount get_termfreq_max() const override { return std::min(above_0_, last_); }
  double get_weight() const override { return score(); }
  void next(double least) override {
    ++at_;
    find(least);
  }
  void skip_to(Xapian::docid docid, double least) override {
    at_ = std::max(at_, docid);
    find(least);
  }
  bool check(Xapian::docid docid, double) override {
    at_ = docid;
    return at_end() || score() > 0;
  }
  bool at_end() const override { return at_ > last_; }
  Xapian::docid get_docid() const override { return at_; }
  ScoreSource* clone() const override {
    return new ScoreSource(scores_, above_0_, most_, places_, description_);
  }
  std::string get_description() const override { return description_; }

 private:
  float score() const { return (*scores_)[places_.whole(at_)]; }
  // On to the first article of such a weight.
  void find(double least) {
    while (!at_end() && (score() <= 0 || score() < least)) ++at_;
  }

  Scores scores_;
  Xapian::doccount above_0_;
  float most_;
  LayerPlaces places_;
  std::string description_;
  Xapian::docid last_ = 0;  // of the layer
  Xapian::docid at_ = 0;
};

}  // namespace

Xapian::Query score_query(std::shared_ptr<const std::vector<float>> scores,
                          const Xapian::Database& database, std::string description) {
  Xapian::doccount above_0 = 0;
  float most = 0;
  for (const float score : *scores) {
    above_0 += score > 0;
    most = std::max(most, score);
  }
  return Xapian::Query((new ScoreSource(std::move(scores), above_0, most, LayerPlaces(database),
                                        std::move(description)))
                           ->release());
}

}  // namespace khobao::searcher
