#include "common/archive/disk/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>

#include "common/archive/disk/files.h"

namespace khobao::archive {
namespace {

// A mapping as a signal handler finds it. `begin` is set last and cleared first.
struct Known {
  std::atomic<const char*> begin{nullptr};
  std::atomic<size_t> size{0};
  std::atomic<const std::string*> path{nullptr};
  std::atomic<bool> taken{false};
};

// A list that only ever grows, so that the handler may walk it at any time.
struct Block {
  std::array<Known, 64> mappings;
  std::atomic<Block*> next{nullptr};
};

Block known;

Block* next_of(Block* block) {
  if (Block* const next = block->next) return next;
  auto made = std::make_unique<Block>();
  Block* next = nullptr;
  // Where another thread was faster, its block is the next one.
  return block->next.compare_exchange_strong(next, made.get()) ? made.release() : next;
}

Known* remember(const char* begin, size_t size, const std::string& path) {
  for (Block* block = &known;; block = next_of(block)) {
    for (Known& mapping : block->mappings) {
      if (mapping.taken.exchange(true)) continue;
      mapping.size = size;
      mapping.path = new std::string(path);
      mapping.begin = begin;
      return &mapping;
    }
  }
}

void forget(Known* mapping) {
  mapping->begin = nullptr;
  delete mapping->path.exchange(nullptr);
  mapping->taken = false;
}

}  // namespace

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
  const auto* const begin = static_cast<const char*>(bytes);
  mapped.bytes_ = {begin, [size, mapping = remember(begin, size, path)](const char* p) {
                     forget(mapping);
                     munmap(const_cast<char*>(p), size);
                   }};
  mapped.size_ = size;
  return mapped;
}

MappedPlace mapped_place(const void* address) {
  const auto* const at = static_cast<const char*>(address);
  for (const Block* block = &known; block != nullptr; block = block->next) {
    for (const Known& mapping : block->mappings) {
      const char* const begin = mapping.begin;
      if (!begin || at < begin || at >= begin + mapping.size) continue;
      const std::string* const path = mapping.path;
      if (path) return {.path = path->c_str(), .offset = static_cast<size_t>(at - begin)};
    }
  }
  return {};
}

}  // namespace khobao::archive
