#include "indexer/lessons/furniture_lessons.h"

#include <algorithm>
#include <tuple>

namespace khobao::lessons {
namespace {

// True where text remains without the lines of `taken`.
bool leaves_text(const ArticlePrints& prints, const std::vector<bool>& taken) {
  bool any_prose = false, prose_left = false, any_left = false;
  for (size_t i = 0; i < prints.lines.size(); ++i) {
    const LinePrint line = prints.lines[i];
    if (line.part() != archive::Part::whole) continue;
    any_prose = any_prose || line.prose();
    prose_left = prose_left || (line.prose() && !taken[i]);
    any_left = any_left || (line.shape() != Shape::context && !taken[i]);
  }
  return any_prose ? prose_left : any_left;
}

}  // namespace

const FurnitureLesson* FurnitureLessons::find(uint64_t site, uint64_t line) const {
  const auto found = std::lower_bound(
      lessons.begin(), lessons.end(), std::tuple(site, line),
      [](const FurnitureLesson& lesson, const std::tuple<uint64_t, uint64_t>& wanted) {
        return std::tuple(lesson.site, lesson.line) < wanted;
      });
  const bool same = found != lessons.end() && found->site == site && found->line == line;
  return same ? &*found : nullptr;
}

std::vector<bool> taken_by(const FurnitureLessons& lessons, const ArticlePrints& prints) {
  std::vector<bool> taken(prints.lines.size(), false);
  if (lessons.lessons.empty()) return taken;
  bool whole = false, any = false;
  for (size_t i = 0; i < prints.lines.size(); ++i) {
    const LinePrint line = prints.lines[i];
    const bool is_whole = line.part() == archive::Part::whole;
    if (is_whole) whole = false;
    if (line.shape() == Shape::context || line.hash() == prints.title || (!is_whole && whole))
      continue;
    for (const uint64_t site : prints.sites) {
      if (!lessons.find(site, line.hash())) continue;
      taken[i] = any = true;
      whole = whole || is_whole;
      break;
    }
  }
  if (any && !leaves_text(prints, taken)) taken.assign(taken.size(), false);
  return taken;
}

}  // namespace khobao::lessons
