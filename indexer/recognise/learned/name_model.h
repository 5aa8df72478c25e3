#pragma once
/// The learned weights of names' words (data/name_weights.bin): seven small numbers, one a tag, for
/// each question that training found worth keeping. Made by tests/bench/train_names.cpp.
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

  /// Adds up the weights of a word's features.
  class Sum {
   public:
    explicit Sum(const NameModel& model) : model_(model) {}
    void operator()(uint32_t feature) {
      if (const int8_t* row = model_.row(feature)) {
        Bytes bytes;
        __builtin_memcpy(&bytes, row, sizeof bytes);
        sum_ += __builtin_convertvector(bytes, Words);
      }
    }
    TagScores scores() const {
      TagScores out;
      for (size_t i = 0; i < out.size(); ++i) out[i] = sum_[i];
      return out;
    }

   private:
    using Bytes = int8_t __attribute__((vector_size(8)));
    using Words = int16_t __attribute__((vector_size(16)));
    const NameModel& model_;
    Words sum_ = {};
  };

  int32_t transition(Tag previous, Tag tag) const { return transitions_[previous][tag]; }

 private:
  static constexpr size_t kWays = 8;
  struct Bucket {
    uint8_t marks[kWays];
    int8_t rows[kWays][kTags];
  };
  static_assert(sizeof(Bucket) == 64);
  friend std::string pack_model(std::vector<WeightedFeature> features,
                                const std::array<std::array<float, kTags>, kTags>& transitions,
                                size_t buckets);

  static uint8_t mark(uint32_t feature) { return static_cast<uint8_t>(feature | 1u); }
  size_t bucket(uint32_t feature) const { return uint64_t{feature} * buckets_ >> 32; }
  const int8_t* row(uint32_t feature) const {
    const Bucket& in = table_[bucket(feature)];
    uint64_t marks;
    __builtin_memcpy(&marks, in.marks, sizeof marks);
    constexpr uint64_t kOnes = 0x0101010101010101u;
    const uint64_t different = marks ^ kOnes * mark(feature);
    const uint64_t equal = (different - kOnes) & ~different & (kOnes << 7);
    return equal == 0 ? nullptr : in.rows[__builtin_ctzll(equal) / 8];
  }

  const Bucket* table_ = nullptr;
  size_t buckets_ = 0;
  int32_t transitions_[kTags][kTags] = {};
};

/// The file of a model: the strongest of `features` that have a place in `buckets` of eight.
/// `transitions`: by previous tag..
std::string pack_model(std::vector<WeightedFeature> features,
                       const std::array<std::array<float, kTags>, kTags>& transitions,
                       size_t buckets);

}  // namespace khobao::recognise
