#include "common/archive/generations/generation_use.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "common/archive/disk/files.h"

namespace khobao::archive {

Result<GenerationUse> GenerationUse::begin(const Generation& generation) {
  const std::string path = generation.manifest();
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) {
    const bool missing = errno == ENOENT;
    Error error = file_error("read", path);
    if (missing) error.code = ErrorCode::index_corrupt;
    return error;
  }
  GenerationUse use;
  use.file_ = {new int(file), [](const int* held) {
                 close(*held);
                 delete held;
               }};
  // The writer holds the lock only for as long as it takes to look.
  while (flock(file, LOCK_SH) != 0 && errno == EINTR) {
  }
  return use;
}

bool GenerationUse::came_too_late() const {
  struct stat info {};
  return file_ && fstat(*file_, &info) == 0 && info.st_nlink == 0;
}

Result<bool> is_unused(const Generation& generation) {
  const auto file = OpenFile::open(generation.manifest(), O_RDONLY, "read");
  if (!file) return file.error();
  if (flock(file->descriptor(), LOCK_EX | LOCK_NB) == 0) return true;
  if (errno == EWOULDBLOCK) return false;
  return file_error("lock", generation.manifest());
}

}  // namespace khobao::archive
