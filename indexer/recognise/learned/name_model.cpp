#include "indexer/recognise/learned/name_model.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

extern "C" {
extern const char khobao_name_weights_begin[];
extern const char khobao_name_weights_end[];
}

namespace khobao::recognise {
namespace {

static_assert(std::endian::native == std::endian::little);

// 64 bytes, so that the buckets after it keep to cache lines.
struct Header {
  char magic[8] = {'k', 'b', 'n', 'a', 'm', 'e', 's', '1'};
  uint32_t buckets = 0;
  int16_t transitions[kJoints][kTags][kTags] = {};
  char padding[64 - (12 + 2 * kJoints * kTags * kTags) % 64] = {};
};
static_assert(sizeof(Header) % 64 == 0);

// Parts of a training weight that a step of the file stands for.
constexpr float kSteps = 3.0f;

float strength(const WeightedFeature& feature) {
  float top = 0;
  for (const float weight : feature.weights) top = std::max(top, std::fabs(weight));
  return top;
}

int8_t small(float weight) {
  return static_cast<int8_t>(std::clamp(std::lround(weight * kSteps), -127L, 127L));
}

}  // namespace

NameModel::NameModel()
    : NameModel(std::string_view(
          khobao_name_weights_begin,
          static_cast<size_t>(khobao_name_weights_end - khobao_name_weights_begin))) {}

NameModel::NameModel(std::string_view file) {
  Header header;
  std::memcpy(&header, file.data(), sizeof header);
  buckets_ = header.buckets;
  table_ = reinterpret_cast<const Bucket*>(file.data() + sizeof header);
  for (size_t j = 0; j < kJoints; ++j) {
    for (Tag p = 0; p < kTags; ++p) {
      for (Tag t = 0; t < kTags; ++t)
        transitions_[j][p][t] = may_follow(p, t) ? header.transitions[j][p][t] : kNever;
    }
  }
}

std::string pack_model(std::vector<WeightedFeature> features,
                       const Transitions& transitions, size_t buckets) {
  std::sort(features.begin(), features.end(), [](const auto& a, const auto& b) {
    const float left = strength(a), right = strength(b);
    return left != right ? left > right : a.feature < b.feature;
  });
  Header header;
  header.buckets = static_cast<uint32_t>(buckets);
  for (size_t j = 0; j < kJoints; ++j) {
    for (size_t p = 0; p < kTags; ++p) {
      for (size_t t = 0; t < kTags; ++t)
        header.transitions[j][p][t] =
            static_cast<int16_t>(std::lround(transitions[j][p][t] * kSteps));
    }
  }
  std::vector<NameModel::Bucket> table(buckets);
  std::memset(table.data(), 0, buckets * sizeof(NameModel::Bucket));
  for (const WeightedFeature& feature : features) {
    NameModel::Bucket& in = table[uint64_t{feature.feature} * buckets >> 32];
    const uint8_t mark = NameModel::mark(feature.feature);
    for (size_t way = 0; way < NameModel::kWays && in.marks[way] != mark; ++way) {
      if (in.marks[way] != 0) continue;
      in.marks[way] = mark;
      for (size_t t = 0; t < kTags; ++t) in.rows[way][t] = small(feature.weights[t]);
      break;
    }
  }
  std::string file(sizeof header + buckets * sizeof(NameModel::Bucket), '\0');
  std::memcpy(file.data(), &header, sizeof header);
  std::memcpy(file.data() + sizeof header, table.data(), buckets * sizeof(NameModel::Bucket));
  return file;
}

}  // namespace khobao::recognise
