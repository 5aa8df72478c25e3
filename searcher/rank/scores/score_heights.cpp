#include "searcher/rank/scores/score_heights.h"

#include <algorithm>
#include <functional>

namespace khobao::rank {
namespace {

// A height is that of kRows scores, kLanes apart; kLanes heights are found side by side.
constexpr size_t kLanes = 16, kRows = 8, kChunk = kLanes * kRows;

}  // namespace

ScoreHeights::ScoreHeights(const std::vector<float>& scores)
    : scores_(scores), heights_((scores.size() + kChunk - 1) / kChunk * kLanes) {
  const size_t whole = scores.size() / kLanes * kLanes;
  for (size_t first = 0; first < whole; first += kLanes) {
    const float* const row = scores.data() + first;
    float* const heights = heights_.data() + first / kChunk * kLanes;
    for (size_t lane = 0; lane < kLanes; ++lane)
      heights[lane] = row[lane] > heights[lane] ? row[lane] : heights[lane];
  }
  for (size_t at = whole; at < scores.size(); ++at) {
    float& height = heights_[at / kChunk * kLanes + at % kLanes];
    height = std::max(height, scores[at]);
  }
}

float ScoreHeights::reached_by(size_t count) const {
  if (count == 0 || count > heights_.size()) return 0;
  std::vector<float> heights = heights_;
  const auto nth = heights.begin() + static_cast<long>(count - 1);
  std::nth_element(heights.begin(), nth, heights.end(), std::greater<>());
  return *nth;
}

std::vector<size_t> ScoreHeights::not_below(float least) const {
  std::vector<size_t> places;
  for (size_t chunk = 0; chunk * kLanes < heights_.size(); ++chunk) {
    const float* const heights = heights_.data() + chunk * kLanes;
    if (std::none_of(heights, heights + kLanes, [&](float height) { return height >= least; }))
      continue;
    const size_t end = std::min((chunk + 1) * kChunk, scores_.size());
    for (size_t at = chunk * kChunk; at < end; ++at) {
      if (heights[at % kLanes] >= least && scores_[at] >= least) places.push_back(at);
    }
  }
  return places;
}

}  // namespace khobao::rank
