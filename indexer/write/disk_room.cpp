#include "indexer/write/disk_room.h"

#include <sys/statvfs.h>

#include <cstdio>

#include "common/archive/disk/files.h"
#include "common/language/say.h"

namespace khobao::write {
namespace {

std::string megabytes(uint64_t bytes) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f MB", static_cast<double>(bytes) / 1e6);
  return text;
}

}  // namespace

Result<uint64_t> free_bytes(const std::string& path) {
  struct statvfs info {};
  if (statvfs(path.c_str(), &info) != 0) return archive::file_error(say("look for room in"), path);
  return uint64_t{info.f_bavail} * info.f_frsize;
}

Result<void> require_room(const std::string& folder, uint64_t bytes) {
  const auto free = free_bytes(folder);
  if (!free) return free.error();
  if (*free >= bytes) return {};
  return Error{ErrorCode::input,
               say("too little room on the disk to merge layers in '{}': {} are needed, and {} are "
                   "free",
                   folder, megabytes(bytes), megabytes(*free)),
               say("the archive is as it was; free some room, or move it with 'indexer backup'")};
}

}  // namespace khobao::write
