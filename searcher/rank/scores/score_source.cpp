#include "searcher/rank/scores/score_source.h"

#include <xapian.h>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <functional>

#include "searcher/match/layer_places.h"

namespace khobao::rank {
namespace {

class ScoreSource : public Xapian::PostingSource {
 public:
  ScoreSource(const ArticleScores& scores, float at_least, const match::LayerPlaces& places)
      : scores_(scores), at_least_(at_least), places_(places) {}

  void init(const Xapian::Database& layer) override {
    places_.init(layer);
    last_ = layer.get_lastdocid();
    at_ = 0;
    set_maxweight(scores_.most);
  }
  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return std::min(scores_.above_0, last_); }
  Xapian::doccount get_termfreq_max() const override { return std::min(scores_.above_0, last_); }
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
  ScoreSource* clone() const override { return new ScoreSource(scores_, at_least_, places_); }
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
  match::LayerPlaces places_;
  Xapian::docid last_ = 0;  // of the layer
  Xapian::docid at_ = 0;
};

}  // namespace

ArticleScores::ArticleScores(std::vector<float> scores, std::string shown)
    : by_docid(std::make_shared<const std::vector<float>>(std::move(scores))),
      description(std::move(shown)) {
  // Scores are not negative: their bits are in the order of their values, and as whole numbers several
  // are compared at a time.
  int32_t highest = 0;
  for (const float score : *by_docid) {
    const auto bits = std::bit_cast<int32_t>(score);
    above_0 += bits > 0 ? 1 : 0;
    highest = std::max(highest, bits);
  }
  most = std::bit_cast<float>(highest);
}

float ArticleScores::of_best(size_t count) const {
  // So many of the best are in the sample that it misses their number by a tenth or so.
  constexpr size_t kSampled = 128;
  const size_t stride = std::max<size_t>(count / kSampled, 1);
  std::vector<float> sample;
  for (size_t docid = 0; docid < by_docid->size(); docid += stride)
    sample.push_back((*by_docid)[docid]);
  const size_t rank = count / stride;
  if (rank == 0 || rank > sample.size()) return 0;
  const auto nth = sample.begin() + static_cast<long>(rank - 1);
  std::nth_element(sample.begin(), nth, sample.end(), std::greater<>());
  return *nth;
}

Xapian::Query score_query(const ArticleScores& scores, const Xapian::Database& database,
                          float at_least) {
  return Xapian::Query(
      (new ScoreSource(scores, at_least, match::LayerPlaces(database)))->release());
}

}  // namespace khobao::rank
