#include "searcher/score_source.h"

#include <algorithm>
#include <functional>

#include "searcher/layer_places.h"

namespace khobao::searcher {
namespace {

class ScoreSource : public Xapian::PostingSource {
 public:
  ScoreSource(const ArticleScores& scores, float at_least, Xapian::doccount count, float most,
              const LayerPlaces& places)
      : scores_(scores), at_least_(at_least), count_(count), most_(most), places_(places) {}

  void init(const Xapian::Database& layer) override {
    places_.init(layer);
    last_ = layer.get_lastdocid();
    at_ = 0;
    set_maxweight(most_);
  }
  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return std::min(count_, last_); }
  Xapian::doccount get_termfreq_max() const override { return std::min(count_, last_); }
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
    return at_end() || holds(score());
  }
  bool at_end() const override { return at_ > last_; }
  Xapian::docid get_docid() const override { return at_; }
  ScoreSource* clone() const override {
    return new ScoreSource(scores_, at_least_, count_, most_, places_);
  }
  std::string get_description() const override { return scores_.description; }

 private:
  float score() const { return (*scores_.by_docid)[places_.whole(at_)]; }
  bool holds(float score) const { return score > 0 && score >= at_least_; }
  // On to the first article of such a weight.
  void find(double least) {
    while (!at_end() && (!holds(score()) || score() < least)) ++at_;
  }

  ArticleScores scores_;
  float at_least_;
  Xapian::doccount count_;
  float most_;
  LayerPlaces places_;
  Xapian::docid last_ = 0;  // of the layer
  Xapian::docid at_ = 0;
};

}  // namespace

float ArticleScores::of_best(size_t count) const {
  if (count == 0 || count > by_docid->size()) return 0;
  std::vector<float> scores = *by_docid;
  const auto nth = scores.begin() + static_cast<long>(count - 1);
  std::nth_element(scores.begin(), nth, scores.end(), std::greater<>());
  return *nth;
}

Xapian::Query score_query(const ArticleScores& scores, const Xapian::Database& database,
                          float at_least) {
  Xapian::doccount count = 0;
  float most = 0;
  for (const float score : *scores.by_docid) {
    count += score > 0 && score >= at_least;
    most = std::max(most, score);
  }
  return Xapian::Query(
      (new ScoreSource(scores, at_least, count, most, LayerPlaces(database)))->release());
}

}  // namespace khobao::searcher
