#pragma once
/// Finds the names of an article by the learned model: the best sequence of tags over each stretch
/// of words near a capital or a name of the grammar; words far from both are not read.
#include <vector>

#include "indexer/recognise/learned/name_model.h"
#include "indexer/recognise/learned/name_words.h"

namespace khobao::recognise {

/// Kept from article to article for its memory. The model must outlive it.
class NameTagger {
 public:
  explicit NameTagger(const NameModel& model) : model_(model) {}
  /// In reading order.
  const std::vector<NameSpan>& find(const NameWords& article);

 private:
  void tag(const NameWords& article, size_t paragraph, size_t first, size_t end);
  void decode();

  const NameModel& model_;
  std::vector<TagScores> scores_;
  std::vector<size_t> joints_;
  std::vector<Tag> tags_;
  std::vector<NameSpan> spans_;
};

}  // namespace khobao::recognise
