// When layers are written again.
#include "indexer/write/merge_policy.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>

using namespace khobao::write;

namespace {

std::string listed(const std::vector<size_t>& places) {
  std::string out;
  for (const size_t place : places) out += (out.empty() ? "" : " ") + std::to_string(place);
  return out;
}

}  // namespace

TEST_CASE("merge policy: which layers are written anew") {
  struct Case {
    std::string name;
    std::vector<LayerSize> layers;
    uint64_t added;
    std::string want;
  };
  for (const Case& c : {
           Case{"nothing to do", {{100, 0}, {50, 10}}, 10, ""},
           Case{"more than a fifth deleted", {{100, 20}, {100, 21}}, 10, "1"},
           Case{"all deleted", {{100, 0}, {3, 3}}, 0, "1"},
           Case{"seven layers and a new one are eight",
                {{900, 0}, {9, 0}, {9, 0}, {9, 0}, {9, 0}, {9, 0}, {9, 0}},
                9,
                ""},
           Case{"eight and a new one are too many: the small ones go together",
                {{900, 0}, {9, 0}, {9, 0}, {9, 0}, {9, 0}, {9, 0}, {9, 0}, {9, 0}},
                9,
                "1 2 3 4 5 6 7"},
           Case{"with a larger one that is in step with them",
                {{35000, 0}, {1050, 0}, {150, 0}, {150, 0}, {150, 0}, {150, 0}, {150, 0}, {150, 0}},
                150,
                "1 2 3 4 5 6 7"},
           Case{"eight and nothing new stay",
                {{900, 0}, {9, 0}, {9, 0}, {9, 0}, {9, 0}, {9, 0}, {9, 0}, {9, 0}},
                0,
                ""},
       }) {
    CAPTURE(c.name);
    CHECK(listed(layers_to_merge(c.layers, c.added)) == c.want);
  }
}

TEST_CASE("merge policy: layers stay few, and an article is copied a few times only") {
  std::vector<LayerSize> layers{{35000, 0}};
  std::mt19937 random(1);
  uint64_t copied = 0, added = 0;
  for (int update = 0; update < 2000; ++update) {
    const uint64_t now = 1 + random() % 300;
    const auto anew = layers_to_merge(layers, now);
    uint64_t size = now;
    std::vector<LayerSize> next;
    for (size_t i = 0; i < layers.size(); ++i) {
      if (std::find(anew.begin(), anew.end(), i) == anew.end()) {
        next.push_back(layers[i]);
      } else {
        size += layers[i].articles;
        copied += layers[i].articles;
      }
    }
    next.push_back({size, 0});
    layers = next;
    added += now;
    REQUIRE(layers.size() <= kMaxLayers);
  }
  CHECK(copied < added * 7);
}
