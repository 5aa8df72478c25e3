#pragma once
/// All that an archive teaches: one file of each generation, a function of its articles and not of
/// the order of updates.
///
/// File DB/generation-N/lessons: "KBLS" version, then varints. Furniture: articles counted,
/// articles taught, number of sites and for each its hash and articles; number of lessons and for
/// each the place of its site, its line's hash, shape, headline, articles, articles looked at and
/// counted. Dates: number of folders in which articles are doubted and for each its hash, first and
/// last day (zigzag) and articles doubted.
#include <string>
#include <string_view>

#include "common/base/result.h"
#include "indexer/lessons/date_lessons.h"
#include "indexer/lessons/furniture_lessons.h"

namespace khobao::lessons {

struct Lessons {
  FurnitureLessons furniture;
  DateLessons dates;

  bool empty() const { return furniture.lessons.empty() && dates.folders.empty(); }
  bool operator==(const Lessons&) const = default;
};

std::string lessons_bytes(const Lessons& lessons);
/// index_corrupt, naming `path`, where the bytes are not such a file.
Result<Lessons> read_lessons(std::string_view bytes, const std::string& path);

}  // namespace khobao::lessons
