#pragma once
/// Annotated articles as the perceptron learns from them: the words near names, each with the
/// numbers of its features.
#include <span>
#include <unordered_map>
#include <vector>

#include "indexer/recognise/article_reading.h"
#include "tests/bench/training/annotated.h"

namespace khobao::training {

/// Words near names, next to each other: a unit of learning.
struct Stretch {
  std::vector<uint32_t> features;  ///< rows of all words; 0 is none
  std::vector<size_t> ends;        ///< of each word's features
  std::vector<uint8_t> allowed;    ///< allowed_tags()
  std::vector<size_t> joints;      ///< recognise::joint_at()
  size_t size() const { return allowed.size(); }
};

/// Features seen once in all articles say nothing and have no row.
inline constexpr uint32_t kLeastSeen = 2;

struct Material {
  std::vector<std::vector<Stretch>> stretches;  ///< by article
  std::vector<uint32_t> features;               ///< by row; row 0 is none
  size_t words = 0, near = 0;
  size_t beyond = 0;  ///< annotated words that are not near, which nothing can find
};

Material read_material(recognise::ArticleReading& reading, std::span<const Annotated> articles);

}  // namespace khobao::training
