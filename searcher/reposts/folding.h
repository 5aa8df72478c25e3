#pragma once
/// Leaves one hit of each group of reposts in a list of hits, the others folded away.
///
///   1 a   2 b   3 a' (partial)   4 c   5 b'        1 a (+1)   2 b (+1)   3 c
///
/// Of a group the best hit stays; a partial one gives way to a full one, so that totals and pages
/// count alike.
#include <algorithm>
#include <unordered_set>
#include <vector>

#include "common/archive/reposts/repost_groups.h"
#include "searcher/rank/rerank.h"

namespace khobao::reposts {

class Folding {
 public:
  /// `groups`: null where nothing is folded; must outlive it.
  explicit Folding(const archive::RepostGroups* groups) : groups_(groups) {}

  /// Leaves the best hit of each group that is not shown yet, which then is. `hits`: best first.
  void fold(std::vector<rank::Ranked>& hits);

  /// The same for what comes after those: the first of each group stays. Takes whatever has a
  /// docid.
  template <class Found>
  void fold_rest(std::vector<Found>& found) {
    if (groups_)
      std::erase_if(found, [&](const Found& one) { return !is_first(one.docid); });
  }

 private:
  bool is_first(uint32_t docid) {
    const auto group = groups_->of(docid);
    return !group || shown_.insert(*group).second;
  }

  const archive::RepostGroups* groups_;
  std::unordered_set<archive::GroupNumber> shown_;
};

}  // namespace khobao::reposts
