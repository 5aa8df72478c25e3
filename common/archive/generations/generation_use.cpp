#include "common/archive/generations/generation_use.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>

#include "common/archive/disk/files.h"

namespace khobao::archive {

GenerationUse GenerationUse::begin(const Generation& generation) {
  GenerationUse use;
  const int file = open(generation.manifest().c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return use;
  (void)!flock(file, LOCK_SH | LOCK_NB);
  use.file_ = {new int(file), [](const int* held) {
                 close(*held);
                 delete held;
               }};
  return use;
}

Result<bool> is_unused(const Generation& generation) {
  const auto file = OpenFile::open(generation.manifest(), O_RDONLY, "read");
  if (!file) return file.error();
  if (flock(file->descriptor(), LOCK_EX | LOCK_NB) == 0) return true;
  if (errno == EWOULDBLOCK) return false;
  // A file system without locks: searches hold nothing there.
  if (errno == ENOLCK || errno == EOPNOTSUPP || errno == ENOSYS) return true;
  return file_error("lock", generation.manifest());
}

}  // namespace khobao::archive
