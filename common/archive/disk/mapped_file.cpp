#include "common/archive/disk/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "common/archive/disk/files.h"

namespace khobao::archive {

Result<MappedFile> MappedFile::open(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) {
    const bool missing = errno == ENOENT;
    Error error = file_error("read", path);
    if (missing) error.code = ErrorCode::index_corrupt;
    return error;
  }
  auto mapped = map(file, path);
  close(file);
  return mapped;
}

Result<MappedFile> MappedFile::map(int file, const std::string& path) {
  struct stat info {};
  MappedFile mapped;
  if (fstat(file, &info) != 0) return file_error("read", path);
  if (info.st_size == 0) return mapped;
  const auto size = static_cast<size_t>(info.st_size);
  void* bytes = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0);
  if (bytes == MAP_FAILED) return file_error("read", path);
  mapped.bytes_ = {static_cast<const char*>(bytes),
                   [size](const char* p) { munmap(const_cast<char*>(p), size); }};
  mapped.size_ = size;
  return mapped;
}

}  // namespace khobao::archive
