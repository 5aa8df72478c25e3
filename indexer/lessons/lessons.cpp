#include "indexer/lessons/lessons.h"

#include <algorithm>

#include "common/archive/streams/varint.h"
#include "common/language/say.h"

namespace khobao::lessons {
namespace {

using archive::put_varint;
using archive::take_varint;

constexpr std::string_view kHead{"KBLS\1", 5};

uint64_t zigzag(int32_t value) {
  return static_cast<uint32_t>(value) << 1 ^ static_cast<uint32_t>(value >> 31);
}

int32_t of_zigzag(uint32_t value) { return static_cast<int32_t>(value >> 1 ^ (~(value & 1) + 1)); }

void put_furniture(std::string& out, const FurnitureLessons& lessons) {
  put_varint(out, lessons.articles);
  put_varint(out, lessons.taught);
  put_varint(out, lessons.sites.size());
  for (const FurnitureLessons::Site& site : lessons.sites) {
    put_varint(out, site.site);
    put_varint(out, site.articles);
  }
  put_varint(out, lessons.lessons.size());
  size_t place = 0;
  for (const FurnitureLesson& lesson : lessons.lessons) {
    while (lessons.sites[place].site != lesson.site) ++place;
    put_varint(out, place);
    put_varint(out, lesson.line);
    put_varint(out, static_cast<uint64_t>(lesson.shape));
    put_varint(out, lesson.headline);
    put_varint(out, lesson.articles);
    put_varint(out, lesson.looked_at);
    put_varint(out, lesson.counted);
  }
}

bool take_number(std::string_view& in, uint32_t& number) {
  uint64_t value = 0;
  if (!take_varint(in, value) || value > UINT32_MAX) return false;
  number = static_cast<uint32_t>(value);
  return true;
}

bool take_furniture(std::string_view& in, FurnitureLessons& out) {
  uint64_t sites = 0, count = 0;
  if (!take_varint(in, out.articles) || !take_varint(in, out.taught) || !take_varint(in, sites) ||
      sites > in.size())
    return false;
  out.sites.resize(sites);
  for (FurnitureLessons::Site& site : out.sites) {
    if (!take_varint(in, site.site) || !take_number(in, site.articles)) return false;
  }
  if (!take_varint(in, count) || count > in.size()) return false;
  out.lessons.resize(count);
  for (FurnitureLesson& lesson : out.lessons) {
    uint32_t place = 0, shape = 0, headline = 0;
    if (!take_number(in, place) || place >= sites || !take_varint(in, lesson.line) ||
        !take_number(in, shape) || shape > static_cast<uint32_t>(Shape::sentence) ||
        !take_number(in, headline) || headline > 1 || !take_number(in, lesson.articles) ||
        !take_number(in, lesson.looked_at) || !take_number(in, lesson.counted))
      return false;
    lesson.site = out.sites[place].site;
    lesson.shape = static_cast<Shape>(shape);
    lesson.headline = headline == 1;
  }
  return true;
}

void put_dates(std::string& out, const DateLessons& lessons) {
  put_varint(out, lessons.folders.size());
  for (const FolderSpan& span : lessons.folders) {
    put_varint(out, span.folder);
    put_varint(out, zigzag(span.first));
    put_varint(out, zigzag(span.last));
    put_varint(out, span.doubted);
  }
}

bool take_dates(std::string_view& in, DateLessons& out) {
  uint64_t count = 0;
  if (!take_varint(in, count) || count > in.size()) return false;
  out.folders.resize(count);
  for (FolderSpan& span : out.folders) {
    uint32_t first = 0, last = 0;
    if (!take_varint(in, span.folder) || !take_number(in, first) || !take_number(in, last) ||
        !take_number(in, span.doubted))
      return false;
    span.first = of_zigzag(first);
    span.last = of_zigzag(last);
  }
  return true;
}

}  // namespace

std::string lessons_bytes(const Lessons& lessons) {
  std::string out(kHead);
  put_furniture(out, lessons.furniture);
  put_dates(out, lessons.dates);
  return out;
}

Result<Lessons> read_lessons(std::string_view bytes, const std::string& path) {
  Lessons lessons;
  std::string_view in = bytes.substr(std::min(bytes.size(), kHead.size()));
  const bool whole = bytes.starts_with(kHead) && take_furniture(in, lessons.furniture) &&
                     take_dates(in, lessons.dates) && in.empty();
  if (!whole) return Error{ErrorCode::index_corrupt, say("'{}' is damaged", path), ""};
  return lessons;
}

}  // namespace khobao::lessons
