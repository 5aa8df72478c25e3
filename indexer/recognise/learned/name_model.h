#pragma once
/// The learned weights of names' words (data/name_weights.bin): seven small numbers, one a tag, for
/// each question that training found worth keeping. Made by tests/bench/training/train_names.cpp.
///
/// The file is read where it lies: a header, then buckets of 64 bytes, each with eight marks of one
/// byte and eight rows of weights, so that a question costs one cache line.
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/recognise/learned/name_tag.h"

namespace khobao::recognise {

/// A score for each tag; the last is not used.
using TagScores = std::array<int32_t, 8>;

/// Ways in which a word is joined to the one before it, each with weights of its own for what
/// follows what (name_features.h).
inline constexpr size_t kJoints = 40;
/// By way, previous tag and tag.
using Transitions = std::array<std::array<std::array<float, kTags>, kTags>, kJoints>;

struct WeightedFeature {
  uint32_t feature = 0;
  std::array<float, kTags> weights{};
};

class NameModel {
 public:
  /// The embedded weights.
  NameModel();
  /// Other weights, which must outlive the model: what pack_model() returned.
  explicit NameModel(std::string_view file);

  /// Adds up the weights of a word's features. These are fetched while the next ones are asked, and
  /// added without a branch, for every other one is unknown.
  class Sum {
   public:
    static constexpr size_t kMaxFeatures = 160;
    explicit Sum(const NameModel& model) : model_(model) {}
    void operator()(uint32_t feature) {
      if (count_ == kMaxFeatures) return;
      __builtin_prefetch(&model_.table_[model_.bucket(feature)]);
      features_[count_++] = feature;
    }
    TagScores scores() const {
      Words sum = {};
      for (size_t i = 0; i < count_; ++i) {
        Bytes bytes;
        __builtin_memcpy(&bytes, model_.row(features_[i]), sizeof bytes);
        sum += __builtin_convertvector(bytes, Words);
      }
      TagScores out;
      for (size_t i = 0; i < out.size(); ++i) out[i] = sum[i];
      return out;
    }

   private:
    using Bytes = int8_t __attribute__((vector_size(8)));
    using Words = int16_t __attribute__((vector_size(16)));
    const NameModel& model_;
    size_t count_ = 0;
    uint32_t features_[kMaxFeatures];
  };

  /// `joint`: joint_at() the word of `tag`.
  int32_t transition(size_t joint, Tag previous, Tag tag) const {
    return transitions_[joint][previous][tag];
  }

 private:
  static constexpr size_t kWays = 8;
  struct Bucket {
    uint8_t marks[kWays];
    int8_t rows[kWays][kTags];
  };
  static_assert(sizeof(Bucket) == 64);
  friend std::string pack_model(std::vector<WeightedFeature> features,
                                const Transitions& transitions, size_t buckets);

  static uint8_t mark(uint32_t feature) { return static_cast<uint8_t>(feature | 1u); }
  size_t bucket(uint32_t feature) const { return uint64_t{feature} * buckets_ >> 32; }
  /// Of zeros where the feature is unknown. Eight bytes may be read.
  const int8_t* row(uint32_t feature) const {
    static constexpr int8_t kZeros[8] = {};
    const Bucket& in = table_[bucket(feature)];
    uint64_t marks;
    __builtin_memcpy(&marks, in.marks, sizeof marks);
    constexpr uint64_t kOnes = 0x0101010101010101u;
    const uint64_t different = marks ^ kOnes * mark(feature);
    const uint64_t equal = (different - kOnes) & ~different & (kOnes << 7);
    const int8_t* found = in.rows[__builtin_ctzll(equal | uint64_t{1} << 63) / 8];
    return equal == 0 ? kZeros : found;
  }

  const Bucket* table_ = nullptr;
  size_t buckets_ = 0;
  int32_t transitions_[kJoints][kTags][kTags] = {};
};

/// The file of a model: the strongest of `features` that have a place in `buckets` of eight.
/// `transitions`: see there.
std::string pack_model(std::vector<WeightedFeature> features,
                       const Transitions& transitions, size_t buckets);

}  // namespace khobao::recognise
