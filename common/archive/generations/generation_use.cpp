#include "common/archive/generations/generation_use.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

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

bool is_unused(const Generation& generation) {
  const int file = open(generation.manifest().c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return true;
  const bool unused = flock(file, LOCK_EX | LOCK_NB) == 0;
  close(file);
  return unused;
}

}  // namespace khobao::archive
