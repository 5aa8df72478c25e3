#include "indexer/recognise/learned/name_tagger.h"

#include <algorithm>

#include "indexer/recognise/learned/name_features.h"

namespace khobao::recognise {

const std::vector<NameSpan>& NameTagger::find(const NameWords& article) {
  spans_.clear();
  for (size_t p = 0; p < article.paragraphs(); ++p) {
    const auto words = article.paragraph(p);
    for (size_t first = 0; first < words.size();) {
      size_t end = first;
      while (end < words.size() && words[end].near) ++end;
      if (end > first) tag(article, p, first, end);
      first = std::max(end, first + 1);
    }
  }
  return spans_;
}

void NameTagger::tag(const NameWords& article, size_t paragraph, size_t first, size_t end) {
  scores_.clear();
  joints_.clear();
  for (size_t i = first; i < end; ++i) {
    NameModel::Sum sum(model_);
    for_each_feature(article, paragraph, i, [&](uint32_t feature) { sum(feature); });
    scores_.push_back(sum.scores());
    joints_.push_back(joint_at(article.paragraph(paragraph), i));
  }
  decode();
  for (size_t i = 0; i < tags_.size();) {
    if (tags_[i] == kNoName) {
      ++i;
      continue;
    }
    const auto kind = static_cast<NameKind>((tags_[i] - 1) / 2);
    size_t behind = i + 1;
    while (behind < tags_.size() && tags_[behind] == inner_tag(kind)) ++behind;
    spans_.push_back({paragraph, first + i, first + behind, kind});
    i = behind;
  }
}

// The best path (Viterbi); a stretch begins as if after a word that is no name.
void NameTagger::decode() {
  const size_t n = scores_.size();
  back_.resize(n);
  std::array<int32_t, kTags> best{};
  for (Tag tag = 0; tag < kTags; ++tag) {
    best[tag] = may_follow(kNoName, tag) ? scores_[0][tag] + model_.transition(joints_[0], kNoName, tag)
                                         : INT32_MIN / 2;
  }
  for (size_t i = 1; i < n; ++i) {
    std::array<int32_t, kTags> next{};
    for (Tag tag = 0; tag < kTags; ++tag) {
      int32_t top = INT32_MIN / 2;
      Tag from = kNoName;
      for (Tag previous = 0; previous < kTags; ++previous) {
        if (!may_follow(previous, tag)) continue;
        const int32_t score = best[previous] + model_.transition(joints_[i], previous, tag);
        if (score > top) top = score, from = previous;
      }
      next[tag] = top + scores_[i][tag];
      back_[i][tag] = from;
    }
    best = next;
  }
  tags_.resize(n);
  auto tag = static_cast<Tag>(std::max_element(best.begin(), best.end()) - best.begin());
  for (size_t i = n; i-- > 0;) {
    tags_[i] = tag;
    tag = back_[i][tag];
  }
}

}  // namespace khobao::recognise
