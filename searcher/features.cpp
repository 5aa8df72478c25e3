#include "searcher/features.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace khobao::searcher {
namespace {

constexpr uint32_t kLedeWords = 80;

enum Index { kBm25, kPairs, kTelling, kLede, kLedePairs, kSentence, kVerbatim, kCoverage };

// How rare a pair is in the archive. Pairs with a word outside the vocabulary are as rare as that
// word.
double rarity_of(const std::string& first, const std::string& second,
                 const archive::Statistics& statistics) {
  const auto a = text::vocabulary().find(first), b = text::vocabulary().find(second);
  const uint32_t count = a && b ? statistics.pair_count(*a, *b)
                                : std::min(statistics.count(first), statistics.count(second));
  return std::log1p(static_cast<double>(statistics.articles()) / (count + 1.0));
}

}  // namespace

FeatureReader::FeatureReader(const query::Plan& plan, const StreamMatcher& matcher,
                             const archive::Statistics& statistics, std::vector<double> idf)
    : matcher_(matcher),
      idf_(std::move(idf)),
      roles_(plan.roles),
      pair_index_(idf_.size() * idf_.size(), -1) {
  for (size_t term = 0; term < idf_.size(); ++term) {
    words_ = std::max(words_, roles_[term].word + 1);
    if (roles_[term].weight >= 1) idf_sum_ += idf_[term];
    idf_[term] *= roles_[term].weight;
  }
  seen_in_.resize(words_);
  held_.resize(words_);
  lede_held_.resize(words_);
  const auto readings_of = [&](size_t term) {
    std::vector<size_t> readings;
    for (size_t other = 0; other < roles_.size(); ++other) {
      if (roles_[other].word == roles_[term].word) readings.push_back(other);
    }
    return readings;
  };
  for (const auto& run : plan.runs) {
    run_words_ += run.size();
    for (size_t i = 1; i < run.size(); ++i) {
      const auto first = matcher.index_of(run[i - 1]), second = matcher.index_of(run[i]);
      if (!first || !second || *first >= idf_.size() || *second >= idf_.size()) continue;
      for (const size_t a : readings_of(*first)) {
        for (const size_t b : readings_of(*second)) {
          int& slot = pair_index_[a * idf_.size() + b];
          if (slot >= 0) continue;
          slot = static_cast<int>(pairs_.size());
          const double weight = roles_[a].weight * roles_[b].weight;
          pairs_.push_back(
              {a, b, weight * rarity_of(plan.terms[a], plan.terms[b], statistics), weight});
        }
      }
    }
  }
  counts_.resize(pairs_.size());
  lede_counts_.resize(pairs_.size());
}

FeatureValues FeatureReader::read(double bm25) {
  FeatureValues values{};
  values[kBm25] = bm25;
  std::fill(counts_.begin(), counts_.end(), 0);
  std::fill(lede_counts_.begin(), lede_counts_.end(), 0);
  std::fill(seen_in_.begin(), seen_in_.end(), 0);
  const uint32_t lede_end = matcher_.stream().body_begin + kLedeWords;
  const auto& occurrences = matcher_.occurrences();
  double sentence_score = 0;
  size_t run = 1, longest_run = 0;  // words of the query in a row
  uint32_t sentence = UINT32_MAX;
  for (size_t i = 0; i < occurrences.size(); ++i) {
    const auto& now = occurrences[i];
    if (now.term >= idf_.size()) continue;  // an excluded word
    if (now.sentence != sentence) {
      sentence = now.sentence;
      sentence_score = 0;
    }
    const size_t word = roles_[now.term].word;
    held_[word] = std::max(held_[word], idf_[now.term]);
    if (now.place < lede_end) lede_held_[word] = std::max(lede_held_[word], idf_[now.term]);
    if (seen_in_[word] != sentence + 1) {
      seen_in_[word] = sentence + 1;
      sentence_score += idf_[now.term];
      values[kSentence] = std::max(values[kSentence], sentence_score);
    }
    const bool next =
        i > 0 && occurrences[i - 1].place + 1 == now.place && occurrences[i - 1].term < idf_.size();
    const int pair = next ? pair_index_[occurrences[i - 1].term * idf_.size() + now.term] : -1;
    run = pair < 0 ? 1 : run + 1;
    longest_run = std::max(longest_run, run);
    if (pair < 0) continue;
    ++counts_[static_cast<size_t>(pair)];
    lede_counts_[static_cast<size_t>(pair)] += now.place < lede_end;
  }
  for (size_t p = 0; p < pairs_.size(); ++p) {
    const double count = counts_[p];
    history_.push_back(static_cast<uint16_t>(std::min<uint32_t>(counts_[p], UINT16_MAX)));
    if (count > 0) values[kPairs] += pairs_[p].rarity * count * 2.2 / (count + 1.2);
    if (lede_counts_[p] > 0) values[kLedePairs] += pairs_[p].rarity;
  }
  const double share = std::min(
      1.0, static_cast<double>(longest_run) / static_cast<double>(std::max<size_t>(run_words_, 2)));
  values[kVerbatim] = share * share * share;
  double held = 0;
  for (size_t word = 0; word < words_; ++word) {
    held += std::exchange(held_[word], 0);
    values[kLede] += std::exchange(lede_held_[word], 0);
  }
  values[kCoverage] = idf_sum_ > 0 ? 10 * held / idf_sum_ : 0;
  return values;
}

void FeatureReader::finish(std::vector<FeatureValues>& candidates) const {
  for (size_t p = 0; p < pairs_.size(); ++p) {
    double holders = 0;
    for (size_t c = 0; c < candidates.size(); ++c) holders += history_[c * pairs_.size() + p] > 0;
    const double rarity =
        pairs_[p].weight *
        std::max(0.1, std::log((static_cast<double>(candidates.size()) + 1) / (holders + 0.5)));
    for (size_t c = 0; c < candidates.size(); ++c) {
      const double count = history_[c * pairs_.size() + p];
      candidates[c][kTelling] += rarity * count * 2.2 / (count + 1.2);
    }
  }
}

}  // namespace khobao::searcher
