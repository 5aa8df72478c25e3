#include "searcher/rank/scores/score_heights.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

using khobao::rank::ScoreHeights;

TEST_CASE("score heights: what many scores reach, and which do, as a look at all of them tells") {
  std::mt19937 random(20261130);
  for (const size_t size : {0, 1, 15, 16, 127, 128, 129, 1000, 5003}) {
    CAPTURE(size);
    std::vector<float> scores(size);
    for (float& score : scores) score = static_cast<float>(random() % 700) / 7;
    const ScoreHeights heights(scores);
    for (const float least : {0.0F, 10.0F, 70.0F, 99.0F, 200.0F}) {
      CAPTURE(least);
      std::vector<size_t> want;
      for (size_t at = 0; at < size; ++at) {
        if (scores[at] >= least) want.push_back(at);
      }
      CHECK(heights.not_below(least) == want);
    }
    for (const size_t count : {0, 1, 5, 40, 600, 6000}) {
      CAPTURE(count);
      const float reached = heights.reached_by(count);
      if (reached > 0) CHECK(heights.not_below(reached).size() >= count);
      if (count > 0 && count * 8 <= size) CHECK(reached > 0);
    }
  }
}
