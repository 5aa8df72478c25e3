#include "searcher/rank/hit_neighbours.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string_view>
#include <utility>

#include "common/archive/generations/article_streams.h"
#include "common/archive/streams/token_stream_scan.h"
#include "searcher/rank/feature_sums.h"
#include "searcher/rank/feedback.h"

namespace khobao::rank {
namespace {

// How many hits are compared, over how much of each: what an article is about stands at its
// beginning. These and the two numbers below were chosen on half of the development topics and
// known-item queries, checked on the other half (tests/bench/README.md).
constexpr size_t kCompared = 100;
constexpr uint32_t kBeginning = 300;
// Those most like a hit; each counts by the square of how alike it is.
constexpr size_t kNeighbours = 7;
// Longer queries are mostly pasted headlines.
constexpr double kWordsOfNeed = 10;
// Fewer hits have no neighbours to speak of.
constexpr size_t kLeastCompared = 3;

// Words that tell less say nothing of a story, and most hits hold them: comparing those would take
// three times as long.
constexpr float kLeastTelling = 1.5F;

// So many words of a hit's beginning do tell, about.
constexpr size_t kUsuallyTelling = 110;

// Weights are whole numbers of this part of one, for their sums do not depend on the order of the
// words then: which of two hits is read first depends on the order of indexing.
constexpr double kWeightUnits = 1024;

// Holds the beginnings of the first hits against one another, word by word.
class Comparison {
 public:
  Comparison(const archive::Statistics& statistics, size_t hits)
      : statistics_(statistics),
        hits_(hits),
        rarities_(text::vocabulary().size(), kUnknown),
        counts_(text::vocabulary().size()),
        last_(text::vocabulary().size(), kNone),
        squares_(hits),
        products_(hits * hits) {
    held_.reserve(hits * kUsuallyTelling);
  }

  /// Adds this hit. False where its stream is damaged.
  bool read(std::string_view stream, size_t hit) {
    namespace unit = archive::stream_unit;
    const auto view = archive::view_stream(stream);
    if (!view) return false;
    words_.clear();
    const uint32_t end = std::min(view->units, kBeginning);
    for (uint32_t place = 0; place < end; ++place) {
      const unsigned now = view->unit_at(place);
      if (now < unit::kFirstWord || now - unit::kFirstWord >= counts_.size()) continue;
      const auto word = static_cast<text::WordId>(now - unit::kFirstWord);
      if (counts_[word]++ == 0) words_.push_back(word);
    }
    for (const text::WordId word : words_) {
      const float rarity = rarity_of(word);
      if (rarity >= kLeastTelling) add(word, hit, rarity * saturated(counts_[word]));
      counts_[word] = 0;
    }
    return true;
  }

  /// How alike each two hits are, 0 to 1; a hit is not like itself.
  std::vector<float> likenesses() const {
    std::vector<float> alike(hits_ * hits_);
    for (size_t a = 0; a < hits_; ++a) {
      for (size_t b = 0; b < a; ++b) {
        const double norm = std::sqrt(double(squares_[a]) * double(squares_[b]));
        const auto products =
            static_cast<double>(products_[a * hits_ + b] + products_[b * hits_ + a]);
        alike[a * hits_ + b] = alike[b * hits_ + a] =
            static_cast<float>(norm > 0 ? products / norm : 0);
      }
    }
    return alike;
  }

 private:
  static constexpr float kUnknown = -1;
  static constexpr uint32_t kNone = UINT32_MAX;
  /// A word of one hit, and where that of the hit before it stands that holds it.
  struct Held {
    uint32_t hit, weight, before;
  };

  float rarity_of(text::WordId word) {
    float& rarity = rarities_[word];
    // An article that holds a word holds it twice in the mean.
    if (rarity == kUnknown)
      rarity = static_cast<float>(
          std::log1p(double(statistics_.articles()) / (statistics_.count(word) / 2.0 + 1)));
    return rarity;
  }

  void add(text::WordId word, size_t hit, double weight) {
    const auto own = static_cast<uint32_t>(std::lround(weight * kWeightUnits));  // 1,536 at least
    int64_t* const row = products_.data() + hit * hits_;
    const Held* const held = held_.data();
    for (uint32_t at = last_[word]; at != kNone; at = held[at].before)
      row[held[at].hit] += int64_t{own} * held[at].weight;
    held_.push_back({static_cast<uint32_t>(hit), own, last_[word]});
    last_[word] = static_cast<uint32_t>(held_.size() - 1);
    squares_[hit] += int64_t{own} * own;
  }

  const archive::Statistics& statistics_;
  size_t hits_;
  std::vector<float> rarities_;      // by word
  std::vector<uint16_t> counts_;     // by word, of the hit being read
  std::vector<uint32_t> last_;       // by word, its last place in held_
  std::vector<text::WordId> words_;  // of the hit being read
  std::vector<Held> held_;
  std::vector<int64_t> squares_;   // of a hit's weights, their sum
  std::vector<int64_t> products_;  // of two hits' weights, their sums, a row a hit
};

// What the hits most like this one score in the mean.
double score_of_neighbours(const std::vector<Ranked>& hits, const float* alike, size_t count,
                           std::vector<size_t>& order) {
  const size_t nearest = std::min(kNeighbours, count - 1);
  order.resize(count);
  std::iota(order.begin(), order.end(), size_t{0});
  std::partial_sort(
      order.begin(), order.begin() + static_cast<long>(nearest), order.end(),
      [&](size_t a, size_t b) { return alike[a] != alike[b] ? alike[a] > alike[b] : a < b; });
  double sum = 0, weights = 0;
  for (size_t i = 0; i < nearest; ++i) {
    const double weight = double(alike[order[i]]) * double(alike[order[i]]);
    sum += weight * hits[order[i]].score;
    weights += weight;
  }
  return weights > 0 ? sum / weights : 0;
}

}  // namespace

void add_neighbours(const searcher::Index& index, double share, std::vector<Ranked>& hits) {
  const size_t count = std::min(kCompared, hits.size());
  if (count < kLeastCompared) return;
  std::vector<uint32_t> by_docid(count);
  std::iota(by_docid.begin(), by_docid.end(), uint32_t{0});
  std::sort(by_docid.begin(), by_docid.end(),
            [&](uint32_t a, uint32_t b) { return hits[a].docid < hits[b].docid; });
  archive::ArticleStreams streams(index.layers());
  Comparison comparison(index.statistics(), count);
  for (const uint32_t hit : by_docid) {
    if (!comparison.read(streams.of(hits[hit].docid), hit)) streams.refuse();
  }
  const std::vector<float> alike = comparison.likenesses();
  std::vector<double> moved(count);
  std::vector<size_t> order;
  for (size_t hit = 0; hit < count; ++hit) {
    const double score = score_of_neighbours(hits, alike.data() + hit * count, count, order);
    if (score > 0) moved[hit] = share * (score - hits[hit].score);
  }
  for (size_t hit = 0; hit < count; ++hit) {
    hits[hit].features[kNeighboursScore] = moved[hit];
    hits[hit].score =
        rounded_score(hits[hit].score + kFeatures[kNeighboursScore].weight * moved[hit]);
  }
  // None of them has come to score less than the last one did, so that the others stay behind them.
  const auto end = hits.begin() + static_cast<long>(count);
  std::vector<Ranked> first = rank(index, {hits.begin(), end});
  std::move(first.begin(), first.end(), hits.begin());
}

double share_of_neighbours(const query::Plan& plan) {
  size_t words = 0;
  for (const auto& run : plan.runs) words += run.size();
  const double headline = kWordsOfNeed / std::max(kWordsOfNeed, static_cast<double>(words));
  return trust(plan) * headline;
}

}  // namespace khobao::rank
