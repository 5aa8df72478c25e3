#include "searcher/reposts/folding.h"

#include <unordered_map>

namespace khobao::reposts {

void Folding::fold(std::vector<rank::Ranked>& hits) {
  if (!groups_) return;
  std::unordered_map<archive::GroupNumber, uint32_t> kept;  // docids
  for (const bool full : {true, false}) {
    for (const rank::Ranked& hit : hits) {
      if (hit.full != full) continue;
      const auto group = groups_->of(hit.docid);
      if (group && !shown_.contains(*group)) kept.emplace(*group, hit.docid);
    }
  }
  std::erase_if(hits, [&](const rank::Ranked& hit) {
    const auto group = groups_->of(hit.docid);
    if (!group) return false;
    const auto best = kept.find(*group);
    return best == kept.end() || best->second != hit.docid;
  });
  for (const auto& entry : kept) shown_.insert(entry.first);
}

}  // namespace khobao::reposts
