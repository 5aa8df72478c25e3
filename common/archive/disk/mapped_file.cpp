#include "common/archive/disk/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "common/archive/disk/files.h"

namespace khobao::archive {

Result<MappedFile> MappedFile::open(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return file_error("read", path);
  struct stat info {};
  MappedFile mapped;
  if (fstat(file, &info) == 0 && info.st_size > 0) {
    const auto size = static_cast<size_t>(info.st_size);
    void* map = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0);
    if (map != MAP_FAILED) {
      mapped.bytes_ = {static_cast<const char*>(map),
                       [size](const char* p) { munmap(const_cast<char*>(p), size); }};
      mapped.size_ = size;
    }
  }
  close(file);
  return mapped;
}

}  // namespace khobao::archive
