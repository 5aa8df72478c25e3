#include "indexer/lessons/date_lessons.h"

#include <algorithm>
#include <tuple>

namespace khobao::lessons {

bool FolderSpan::holds(int32_t day) const {
  const int32_t far = std::max(kFarDays, last - first);
  return day >= first - far && day <= last + far;
}

bool DateLessons::doubts(const ArticlePrints& prints) const {
  if (prints.day_from != DayFrom::dateline && prints.day_from != DayFrom::doubted) return false;
  const auto found = std::lower_bound(
      folders.begin(), folders.end(), prints.folder,
      [](const FolderSpan& span, uint64_t folder) { return span.folder < folder; });
  return found != folders.end() && found->folder == prints.folder && !found->holds(prints.day);
}

DateLessons DateLessons::with_doubts() const {
  DateLessons some;
  for (const FolderSpan& span : folders) {
    if (span.doubted > 0) some.folders.push_back(span);
  }
  return some;
}

uint64_t DateLessons::doubted() const {
  uint64_t all = 0;
  for (const FolderSpan& span : folders) all += span.doubted;
  return all;
}

void DateLearner::add(const ArticlePrints& prints) {
  if (prints.day_from == DayFrom::nothing) return;
  dated_.push_back({prints.folder, prints.day, prints.day_from != DayFrom::surer});
}

DateLessons DateLearner::learnt() {
  std::sort(dated_.begin(), dated_.end(), [](const Dated& a, const Dated& b) {
    return std::tuple(a.folder, a.day) < std::tuple(b.folder, b.day);
  });
  DateLessons lessons;
  for (size_t begin = 0, end = 0; begin < dated_.size(); begin = end) {
    while (end < dated_.size() && dated_[end].folder == dated_[begin].folder) ++end;
    const size_t count = end - begin;
    if (count < kFewestDated) continue;
    FolderSpan span{.folder = dated_[begin].folder,
                    .first = dated_[begin + count / 10].day,
                    .last = dated_[end - 1 - count / 10].day};
    for (size_t i = begin; i < end; ++i)
      span.doubted += dated_[i].dateline && !span.holds(dated_[i].day);
    lessons.folders.push_back(span);
  }
  dated_ = {};
  return lessons;
}

}  // namespace khobao::lessons
