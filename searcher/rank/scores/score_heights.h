#pragma once
/// Which of many scores are the highest, told without looking at most of them: the greatest of each few
/// is kept, four of which a processor finds at a time.
#include <cstddef>
#include <vector>

namespace khobao::rank {

class ScoreHeights {
 public:
  /// Of scores not below 0, which must outlive this object.
  explicit ScoreHeights(const std::vector<float>& scores);

  /// A score that at least `count` reach; 0 where so many are not sure to reach more.
  float reached_by(size_t count) const;

  /// The places of scores that are not below `least`, ascending.
  std::vector<size_t> not_below(float least) const;

 private:
  const std::vector<float>& scores_;
  std::vector<float> heights_;
};

}  // namespace khobao::rank
