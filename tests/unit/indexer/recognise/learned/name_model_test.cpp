#include "indexer/recognise/learned/name_model.h"

#include <doctest/doctest.h>

using namespace khobao::recognise;

namespace {

TagScores scores(const NameModel& model, std::vector<uint32_t> features) {
  NameModel::Sum sum(model);
  for (const uint32_t feature : features) sum(feature);
  return sum.scores();
}

}  // namespace

TEST_CASE("packed weights come back by their features") {
  std::vector<WeightedFeature> features = {
      {.feature = 0x12345678, .weights = {1, -2, 3, 0, 0, 0, 4}},
      {.feature = 0xFFFFFFFF, .weights = {0, 0, 0, 5, 0, 0, 0}},
  };
  Transitions transitions{};
  transitions[3][0][1] = 2;
  const std::string file = pack_model(features, transitions, 16);
  const NameModel model(file);
  const auto one = scores(model, {0x12345678});
  CHECK(one[0] > 0);
  CHECK(one[1] == -2 * one[0]);
  CHECK(one[2] == 3 * one[0]);
  CHECK(one[6] == 4 * one[0]);
  const auto both = scores(model, {0x12345678, 0xFFFFFFFF, 0x00000001});
  CHECK(both[3] == 5 * one[0]);
  CHECK(both[6] == one[6]);
  CHECK(model.transitions(3, 0)[1] == 2 * one[0]);
  CHECK(model.transitions(0, 0)[1] == 0);
}

TEST_CASE("of more features than a bucket holds the strongest stay") {
  std::vector<WeightedFeature> features;
  for (uint32_t i = 0; i < 20; ++i)
    features.push_back({.feature = 2 * i + 1, .weights = {static_cast<float>(i + 1)}});
  const std::string file = pack_model(features, {}, 1);
  const NameModel model(file);
  CHECK(scores(model, {39})[0] > 0);
  CHECK(scores(model, {1})[0] == 0);
}
