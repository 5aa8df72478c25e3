#pragma once
/// What the archive teaches of dates: an article whose dateline alone puts it far outside the span
/// of its folder (or file of records) is undated rather than wrong.
///
///   ninety articles of 2017, and one that begins "Ngày 6/2/1958, tại Munich, …"   -> undated
///   ninety articles from 1955 to 2017                                             -> 1958
#include <cstdint>
#include <vector>

#include "indexer/lessons/line_prints.h"

namespace khobao::lessons {

/// Days of so many articles make a span: that of the middle eight tenths of them.
inline constexpr size_t kFewestDated = 10;
/// A day is far outside where it lies further than this from it, and further than the span is long.
inline constexpr int32_t kFarDays = 366;

struct FolderSpan {
  uint64_t folder = 0;
  int32_t first = 0, last = 0;  ///< days since 1970
  uint32_t doubted = 0;         ///< articles outside

  bool holds(int32_t day) const;
  bool operator==(const FolderSpan&) const = default;
};

struct DateLessons {
  std::vector<FolderSpan> folders;  ///< ascending

  /// True for a dateline that is not to be believed.
  bool doubts(const ArticlePrints& prints) const;
  /// Only folders with articles that are doubted.
  DateLessons with_doubts() const;
  uint64_t doubted() const;

  bool operator==(const DateLessons&) const = default;
};

/// Gathers days, article by article; the order makes no difference.
class DateLearner {
 public:
  void add(const ArticlePrints& prints);
  DateLessons learnt();

 private:
  struct Dated {
    uint64_t folder;
    int32_t day;
    bool dateline;
  };
  std::vector<Dated> dated_;
};

}  // namespace khobao::lessons
