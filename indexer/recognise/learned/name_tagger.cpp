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

// The best path (Viterbi); a stretch begins as if after a word that is no name. The score of each word
// and tag becomes that of the best path to it. All tags are reckoned at once, and the way back is found
// on the best path alone.
void NameTagger::decode() {
  const size_t n = scores_.size();
  const TagScores& begin = model_.transitions(joints_[0], kNoName);
  for (size_t tag = 0; tag < begin.size(); ++tag) scores_[0][tag] += begin[tag];
  for (size_t i = 1; i < n; ++i) {
    TagScores top;
    top.fill(INT32_MIN);
    for (Tag previous = 0; previous < kTags; ++previous) {
      const int32_t path = scores_[i - 1][previous];
      const TagScores& step = model_.transitions(joints_[i], previous);
      for (size_t tag = 0; tag < top.size(); ++tag)
        top[tag] = std::max(top[tag], path + step[tag]);
    }
    for (size_t tag = 0; tag < top.size(); ++tag) scores_[i][tag] += top[tag];
  }
  tags_.resize(n);
  const TagScores& last = scores_.back();
  auto tag = static_cast<Tag>(std::max_element(last.begin(), last.begin() + kTags) - last.begin());
  for (size_t i = n; i-- > 0;) {
    tags_[i] = tag;
    if (i == 0) break;
    int32_t top = INT32_MIN;
    Tag from = kNoName;
    for (Tag previous = 0; previous < kTags; ++previous) {
      const int32_t score = scores_[i - 1][previous] + model_.transitions(joints_[i], previous)[tag];
      if (score > top) top = score, from = previous;
    }
    tag = from;
  }
}

}  // namespace khobao::recognise
