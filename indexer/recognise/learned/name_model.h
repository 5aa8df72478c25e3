#pragma once
/// The learned weights of names' words (data/name_weights.bin): seven small numbers, one a tag, for
/// each question that training found worth keeping. Made by tests/bench/training/train_names.cpp.
///
/// The file is read where it lies: a header, then buckets of 64 bytes, each with eight marks of one
/// byte and eight rows of weights, so that a question costs one cache line.
#include <array>
#include <cassert>
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
  static constexpr size_t kWays = 8;
  struct Bucket {
    uint8_t marks[kWays];
    int8_t rows[kWays][kTags];
  };
  static_assert(sizeof(Bucket) == 64);

 public:
  /// The embedded weights.
  NameModel();
  /// Other weights, which must outlive the model: what pack_model() returned.
  explicit NameModel(std::string_view file);

  /// Adds up the weights of a word's features. These are fetched while the next ones are asked, and
  /// added without a branch, for every other one is unknown.
  class Sum {
   public:
    static constexpr size_t kMaxFeatures = 128;  ///< for_each_feature() asks fewer
    explicit Sum(const NameModel& model) : table_(model.table_), buckets_(model.buckets_) {}
    void operator()(uint32_t feature) {
      assert(count_ < kMaxFeatures);
      const Bucket* in = table_ + (uint64_t{feature} * buckets_ >> 32);
      __builtin_prefetch(in);
      in_[count_] = in;
      marks_[count_++] = mark(feature) * kEachByte;
    }
    TagScores scores() const {
      static constexpr int8_t kZeros[8] = {};
      Words sum = {};
      for (size_t i = 0; i < count_; ++i) {
        const Bucket& in = *in_[i];
        const Marks equal = read<Marks>(in.marks) == read<Marks>(&marks_[i]);
        const auto found = read<uint64_t>(&equal);  // all bits of each byte that is equal
        const auto way = static_cast<size_t>(__builtin_ctzll(found | uint64_t{1} << 63)) / 8;
        const int8_t* row = found == 0 ? kZeros : in.rows[way];
        sum += __builtin_convertvector(read<Bytes>(row), Words);  // of a seventh weight and one more
      }
      TagScores out;
      for (size_t i = 0; i < out.size(); ++i) out[i] = sum[i];
      return out;
    }

   private:
    using Marks = uint8_t __attribute__((vector_size(8)));
    using Bytes = int8_t __attribute__((vector_size(8)));
    using Words = int16_t __attribute__((vector_size(16)));
    static constexpr uint64_t kEachByte = 0x0101010101010101u;
    template <class T>
    static T read(const void* from) {
      T value;
      __builtin_memcpy(&value, from, sizeof value);
      return value;
    }

    const Bucket* table_;
    size_t buckets_;
    size_t count_ = 0;
    const Bucket* in_[kMaxFeatures];
    uint64_t marks_[kMaxFeatures];
  };

  /// What each tag has for following `previous`, kNever where it may not. `joint`: joint_at() its word.
  const TagScores& transitions(size_t joint, Tag previous) const {
    return transitions_[joint][previous];
  }
  static constexpr int32_t kNever = INT32_MIN / 4;  ///< can be added to any sum of a path

 private:
  friend std::string pack_model(std::vector<WeightedFeature> features,
                                const Transitions& transitions, size_t buckets);

  static uint8_t mark(uint32_t feature) { return static_cast<uint8_t>(feature | 1u); }

  const Bucket* table_ = nullptr;
  size_t buckets_ = 0;
  TagScores transitions_[kJoints][kTags] = {};
};

/// The file of a model: the strongest of `features` that have a place in `buckets` of eight.
/// `transitions`: see there.
std::string pack_model(std::vector<WeightedFeature> features,
                       const Transitions& transitions, size_t buckets);

}  // namespace khobao::recognise
