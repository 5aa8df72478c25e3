#pragma once
/// How often the readings of a query's words stand in articles: each alone, side by side with a
/// reading of the word in front, and with readings of both words in front.
///
///   canh dieu, of {cảnh cánh} {điều diều}   ->   cánh diều 31 times, cảnh điều twice
#include <array>
#include <string>
#include <vector>

#include "searcher/match/stream_matcher.h"
#include "searcher/query/words/forms.h"

namespace khobao::reading {

/// The readings of each word of a query, likeliest first.
using WordReadings = std::vector<std::vector<query::Reading>>;

class ReadingCounts {
 public:
  /// Readings of a word beyond these are not counted.
  static constexpr size_t kMostReadings = 8;

  explicit ReadingCounts(const WordReadings& readings);

  /// The distinct readings; the matcher given to add() is made of them, in their order.
  const std::vector<std::string>& terms() const { return terms_; }

  /// Counts the article that the matcher has read.
  void add(const match::StreamMatcher& article);

  /// Of reading `c` of the word at `place`, after `b` of the word in front, after `a`.
  double alone(size_t place, size_t c) const { return alone_[place][c]; }
  double behind(size_t place, size_t b, size_t c) const {
    return behind_[place][b * kMostReadings + c];
  }
  double behind_two(size_t place, size_t a, size_t b, size_t c) const {
    return behind_two_[place][(a * kMostReadings + b) * kMostReadings + c];
  }

 private:
  struct Stand {
    size_t place, reading;
  };

  std::vector<std::string> terms_;
  std::vector<std::vector<Stand>> stands_;  // of each term
  std::vector<std::array<float, kMostReadings>> alone_;
  std::vector<std::array<float, kMostReadings * kMostReadings>> behind_;
  std::vector<std::array<float, kMostReadings * kMostReadings * kMostReadings>> behind_two_;
};

}  // namespace khobao::reading
