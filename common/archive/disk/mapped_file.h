#pragma once
#include <memory>
#include <string>
#include <string_view>

#include "common/base/result.h"

namespace khobao::archive {

/// A file's bytes in memory, as they are on disk; copies share the mapping. The file must not be
/// changed in place while it is mapped (ours never are: they are replaced). Where it is cut all the
/// same, or the disk fails, reading its bytes is SIGBUS: see mapped_place().
class MappedFile {
 public:
  /// An input error where the file cannot be read; index_corrupt where it is not there, for what is
  /// mapped is part of an index.
  static Result<MappedFile> open(const std::string& path);

  std::string_view bytes() const { return {bytes_.get(), size_}; }

 private:
  static Result<MappedFile> map(int file, const std::string& path);

  std::shared_ptr<const char> bytes_;
  size_t size_ = 0;
};

/// Where in which file an address lies; path is null where none is mapped there.
struct MappedPlace {
  const char* path = nullptr;
  size_t offset = 0;
};

/// May be called in a signal handler.
MappedPlace mapped_place(const void* address);

}  // namespace khobao::archive
