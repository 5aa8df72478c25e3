#include "tests/bench/training/perceptron.h"

#include <algorithm>
#include <array>
#include <random>

#include "indexer/recognise/learned/name_model.h"

namespace khobao::training {
namespace {

using recognise::kJoints;
using recognise::kNameKinds;
using recognise::kNoName;
using recognise::kTags;
using recognise::Tag;
using recognise::Transitions;

constexpr int kRuns = 3;  // of different orders, whose weights are averaged
constexpr int kRounds = 8;
// So many of a word's features are left out at random each time it is learned from, so that each
// learns to do without the others: F1 .004 more for organisations and people left out.
constexpr uint32_t kLeftOutPercent = 12;
// What a name of each kind must be better by than none: with it, precision and recall are nearer to
// each other (F1 of people .002 more).
constexpr float kCaution[] = {4 / 3.0f, 8 / 3.0f, 4 / 3.0f};
constexpr float kMargin = 1;

using Row = std::array<float, 8>;  // a weight for each tag; the last is not used

struct Weights {
  explicit Weights(size_t rows) : of(rows), totals(rows) {}
  std::vector<Row> of, totals;
  Transitions transitions{}, transition_totals{};
};

void change(float& weight, float& total, float by, float step) {
  weight += by;
  total += by * step;
}

float average(float weight, float total, double steps) {
  return static_cast<float>(weight - total / steps);
}

// The best path among those annotated, or among all with the margin on wrong ones.
void best_path(const Stretch& stretch, const std::vector<Row>& scores, const Weights& weights,
               bool annotated, std::vector<Tag>& path) {
  constexpr float kNever = -1e30f;
  const size_t n = stretch.size();
  std::vector<std::array<float, kTags>> best(n);
  std::vector<std::array<Tag, kTags>> back(n);
  for (size_t i = 0; i < n; ++i) {
    for (Tag tag = 0; tag < kTags; ++tag) {
      best[i][tag] = kNever;
      back[i][tag] = kNoName;
      const bool right = (stretch.allowed[i] >> tag & 1) != 0;
      if (annotated && !right) continue;
      const float own = scores[i][tag] + (annotated || right ? 0 : kMargin);
      for (Tag previous = 0; previous < kTags; ++previous) {
        if (!recognise::may_follow(previous, tag) || (i == 0 && previous != kNoName)) continue;
        const float score = (i == 0 ? 0 : best[i - 1][previous]) +
                            weights.transitions[stretch.joints[i]][previous][tag] + own;
        if (score > best[i][tag]) best[i][tag] = score, back[i][tag] = previous;
      }
    }
  }
  path.resize(n);
  auto tag = static_cast<Tag>(std::max_element(best[n - 1].begin(), best[n - 1].end()) -
                              best[n - 1].begin());
  for (size_t i = n; i-- > 0; tag = back[i][tag]) path[i] = tag;
}

// One run over the stretches in an order of its own.
class Run {
 public:
  Run(size_t rows, const std::vector<uint32_t>& seen) : weights_(rows), seen_(seen) {}

  void learn(const Stretch& stretch) {
    std::vector<Row> scores(stretch.size());
    size_t from = 0;
    for (size_t i = 0; i < stretch.size(); ++i) {
      for (; from < stretch.ends[i]; ++from) {
        if (left_out(stretch, from)) continue;
        const Row& row = weights_.of[stretch.features[from]];
        for (size_t t = 0; t < row.size(); ++t) scores[i][t] += row[t];
      }
    }
    best_path(stretch, scores, weights_, false, got_);
    bool wrong = false;
    for (size_t i = 0; i < got_.size(); ++i)
      wrong |= (stretch.allowed[i] >> got_[i] & 1) == 0;
    if (wrong) {
      best_path(stretch, scores, weights_, true, want_);
      correct(stretch);
    }
    ++step_;
  }

  /// Adds a share of the averaged weights.
  void add_to(std::vector<std::array<float, kTags>>& sums, Transitions& transitions) const {
    const double steps = step_;
    for (size_t row = 1; row < sums.size(); ++row) {
      for (size_t t = 0; t < kTags; ++t)
        sums[row][t] += average(weights_.of[row][t], weights_.totals[row][t], steps) / kRuns;
    }
    for (size_t j = 0; j < kJoints; ++j) {
      for (size_t p = 0; p < kTags; ++p) {
        for (size_t t = 0; t < kTags; ++t)
          transitions[j][p][t] += average(weights_.transitions[j][p][t],
                                          weights_.transition_totals[j][p][t], steps) /
                                  kRuns;
      }
    }
  }

 private:
  bool left_out(const Stretch& stretch, size_t k) const {
    return ((stretch.features[k] ^ step_ * 0x9E3779B9u) * 0x85EBCA6Bu >> 16) % 100 <
           kLeftOutPercent;
  }

  // Towards the annotated path, away from the one taken.
  void correct(const Stretch& stretch) {
    const auto step = static_cast<float>(step_);
    size_t from = 0;
    for (size_t i = 0; i < got_.size(); ++i) {
      const Tag got_before = i == 0 ? kNoName : got_[i - 1];
      const Tag want_before = i == 0 ? kNoName : want_[i - 1];
      if (got_[i] != want_[i]) {
        for (size_t k = from; k < stretch.ends[i]; ++k) {
          const uint32_t row = stretch.features[k];
          if (row == 0 || seen_[row] < kLeastSeen || left_out(stretch, k)) continue;
          change(weights_.of[row][want_[i]], weights_.totals[row][want_[i]], 1, step);
          change(weights_.of[row][got_[i]], weights_.totals[row][got_[i]], -1, step);
        }
      }
      from = stretch.ends[i];
      if (got_[i] == want_[i] && got_before == want_before) continue;
      auto& of = weights_.transitions[stretch.joints[i]];
      auto& totals = weights_.transition_totals[stretch.joints[i]];
      change(of[want_before][want_[i]], totals[want_before][want_[i]], 1, step);
      change(of[got_before][got_[i]], totals[got_before][got_[i]], -1, step);
    }
  }

  Weights weights_;
  const std::vector<uint32_t>& seen_;
  uint32_t step_ = 1;
  std::vector<Tag> got_, want_;
};

}  // namespace

std::string learn_weights(const Material& material, const std::vector<size_t>& wanted,
                          size_t buckets) {
  const size_t rows = material.features.size();
  std::vector<const Stretch*> stretches;
  std::vector<uint32_t> seen(rows);
  for (const size_t article : wanted) {
    for (const Stretch& stretch : material.stretches[article]) {
      stretches.push_back(&stretch);
      for (const uint32_t row : stretch.features) ++seen[row];
    }
  }
  std::vector<std::array<float, kTags>> sums(rows);
  Transitions transitions{};
  for (unsigned number = 1; number <= kRuns; ++number) {
    Run run(rows, seen);
    std::mt19937 random(number);
    for (int round = 0; round < kRounds; ++round) {
      std::shuffle(stretches.begin(), stretches.end(), random);
      for (const Stretch* stretch : stretches) run.learn(*stretch);
    }
    run.add_to(sums, transitions);
  }
  for (auto& joint : transitions) {
    for (auto& previous : joint) {
      for (size_t kind = 0; kind < kNameKinds; ++kind)
        previous[recognise::begin_tag(static_cast<recognise::NameKind>(kind))] -= kCaution[kind];
    }
  }
  std::vector<recognise::WeightedFeature> features;
  for (size_t row = 1; row < rows; ++row) {
    if (std::any_of(sums[row].begin(), sums[row].end(), [](float w) { return w != 0; }))
      features.push_back({.feature = material.features[row], .weights = sums[row]});
  }
  return recognise::pack_model(std::move(features), transitions, buckets);
}

}  // namespace khobao::training
