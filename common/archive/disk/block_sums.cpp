#include "common/archive/disk/block_sums.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <xxhash.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <mutex>
#include <shared_mutex>
#include <string_view>
#include <utility>
#include <vector>

#include "common/archive/disk/files.h"
#include "common/archive/disk/hash.h"
#include "common/archive/disk/database_folder.h"
#include "common/archive/disk/kept_writes.h"
#include "common/language/say.h"

namespace khobao::archive {
namespace {

constexpr std::string_view kHead{"KBBS\1\0\0\0", 8}, kTableHead{"KBBS\2\0\0\0", 8};
constexpr size_t kNumberBytes = 8, kNameBytes = 32, kHashBytes = 16;
constexpr size_t kBlockBytes = kSummedBlockBytes;
constexpr size_t kMaxFiles = 100;
// Xapian's lock of a database that is written; always empty.
constexpr std::string_view kXapianLock = "flintlock";

uint64_t sum_of(const char* block, size_t bytes) { return XXH3_64bits(block, bytes); }

size_t blocks_of(uint64_t bytes, size_t block) { return (bytes + block - 1) / block; }

void put_number(std::string& out, uint64_t number) {
  for (size_t i = 0; i < kNumberBytes; ++i) out += static_cast<char>(number >> (8 * i) & 0xFF);
}

uint64_t number_at(const char* bytes) {
  uint64_t number = 0;
  for (size_t i = 0; i < kNumberBytes; ++i)
    number |= uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
  return number;
}

Error damaged(const Message& what) { return {ErrorCode::index_corrupt, what, ""}; }

// By errno: a part of an index that is missing is damage, one that cannot be read is not.
Error unreadable(const std::string& path) {
  const bool missing = errno == ENOENT;
  Error error = file_error("read", path);
  if (missing) error.code = ErrorCode::index_corrupt;
  return error;
}

// The bytes at a place, all that are asked for unless the file ends before; -1 and errno else.
ssize_t read_at(int file, char* to, size_t bytes, off_t at) {
  size_t done = 0;
  while (done < bytes) {
    const ssize_t got =
        syscall(SYS_pread64, file, to + done, bytes - done, at + static_cast<off_t>(done));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return -1;
    if (got == 0) break;
    done += static_cast<size_t>(got);
  }
  return static_cast<ssize_t>(done);
}

// The databases whose reads are compared.
struct Watched {
  std::shared_mutex mutex;
  std::vector<const SummedFiles*> indexes;
};

Watched& watched() {
  static Watched all;
  return all;
}

thread_local Message damaged_block, failed_read;

// Memory may have ended; then the message goes without.
void note_failed_read(int file, int reason) noexcept {
  try {
    failed_read = file_error("read", path_of_open(file), reason).message;
  } catch (...) {
    failed_read = Message();
  }
}

// False where the blocks that were read at this place are not what was written.
bool is_as_written(int file, const char* bytes, size_t count, off_t at) {
  Watched& all = watched();
  const std::shared_lock lock(all.mutex);
  if (all.indexes.empty()) return true;
  struct stat info {};
  if (fstat(file, &info) != 0) return true;
  for (const SummedFiles* index : all.indexes) {
    for (const SummedFile& summed : index->files) {
      if (summed.inode != info.st_ino || summed.device != info.st_dev) continue;
      const auto place = static_cast<uint64_t>(at);
      if (place % kBlockBytes != 0) return true;
      for (size_t begin = 0; begin < count; begin += kBlockBytes) {
        const size_t length = std::min(kBlockBytes, count - begin);
        const uint64_t end = place + begin + length;
        if (end > summed.size_bytes || (length < kBlockBytes && end != summed.size_bytes)) break;
        const size_t block = (place + begin) / kBlockBytes;
        if (summed.is_whole(block, bytes + begin, length)) continue;
        damaged_block = say("'{}' is not what was written (block {})", summed.path, block);
        return false;
      }
      return true;
    }
  }
  return true;
}

// Appends the sums of the blocks of one file to `out`; says how many bytes it has.
Result<uint64_t> put_sums(const std::string& path, size_t block_bytes, std::string& out) {
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return file_error("read", path);
  std::vector<char> block(block_bytes);
  uint64_t size = 0;
  ssize_t got = 0;
  while ((got = read_at(file, block.data(), block_bytes, static_cast<off_t>(size))) > 0) {
    put_number(out, sum_of(block.data(), static_cast<size_t>(got)));
    size += static_cast<uint64_t>(got);
  }
  const int reason = errno;
  close(file);
  if (got < 0) {
    errno = reason;
    return file_error("read", path);
  }
  return size;
}

// The file as it is now: its size must be what was written, the version file its bytes.
Result<void> find_file(SummedFile& file, bool whole) {
  struct stat info {};
  if (stat(file.path.c_str(), &info) != 0) return unreadable(file.path);
  file.device = info.st_dev;
  file.inode = info.st_ino;
  if (static_cast<uint64_t>(info.st_size) != file.size_bytes) {
    return damaged(say("'{}' has {} bytes, not {}", file.path, info.st_size, file.size_bytes));
  }
  if (!whole) return {};
  const auto bytes = read_file(file.path);
  if (!bytes) return bytes.error();
  if (bytes->size() != file.size_bytes || !file.holds(0, bytes->data(), bytes->size()))
    return damaged(say("'{}' is not what was written", file.path));
  return {};
}

}  // namespace

bool SummedFile::holds(size_t block, const char* bytes, size_t count) const {
  return number_at(sums + block * kNumberBytes) == sum_of(bytes, count);
}

bool SummedFile::is_whole(size_t block, const char* bytes, size_t count) const {
  if (seen[block].load(std::memory_order_relaxed)) return true;
  if (!holds(block, bytes, count)) return false;
  seen[block].store(true, std::memory_order_relaxed);
  return true;
}

namespace {

Result<void> write_sums(const std::string& folder, const std::vector<std::string>& names,
                        std::string_view kind, const std::string& sums) {
  const size_t block_bytes = kind == kTableHead ? kTableBlockBytes : kBlockBytes;
  std::string head(kind), blocks;
  put_number(head, names.size());
  for (const std::string& name : names) {
    const auto size = put_sums(folder + "/" + name, block_bytes, blocks);
    if (!size) return size.error();
    std::string padded = name;
    padded.resize(kNameBytes);
    head += padded;
    put_number(head, *size);
  }
  head += blocks;
  return replace_file(sums, head + content_hash(head));
}

}  // namespace

Result<void> write_table_sums(const std::string& folder, const std::vector<std::string>& names,
                              const std::string& sums) {
  return write_sums(folder, names, kTableHead, sums);
}

Result<void> write_block_sums(const std::string& index, const std::string& sums) {
  auto names = names_in(index);
  if (!names) return names.error();
  std::erase(*names, kXapianLock);
  return write_sums(index, *names, kHead, sums);
}

Result<std::shared_ptr<const SummedFiles>> SummedFiles::read(const std::string& folder,
                                                             const std::string& sums) {
  struct stat info {};
  if (stat(sums.c_str(), &info) != 0) return unreadable(sums);
  auto bytes = read_file(sums);
  if (!bytes) return bytes.error();
  const auto other = [&] { return damaged(say("'{}' is not what was written", sums)); };
  const bool tables = bytes->starts_with(kTableHead);
  if (bytes->size() < kHead.size() + kNumberBytes + kHashBytes ||
      !(tables || bytes->starts_with(kHead)))
    return other();
  const size_t end = bytes->size() - kHashBytes;
  if (content_hash(std::string_view(*bytes).substr(0, end)) != std::string_view(*bytes).substr(end))
    return other();
  auto read = std::make_shared<SummedFiles>();
  read->bytes = std::move(*bytes);
  const char* at = read->bytes.data() + kHead.size();
  const uint64_t count = number_at(at);
  at += kNumberBytes;
  size_t left = end - kHead.size() - kNumberBytes;
  if (count > kMaxFiles || count * (kNameBytes + kNumberBytes) > left) return other();
  const char* blocks = at + count * (kNameBytes + kNumberBytes);
  left -= count * (kNameBytes + kNumberBytes);
  for (uint64_t i = 0; i < count; ++i, at += kNameBytes + kNumberBytes) {
    const std::string name(at, strnlen(at, kNameBytes));
    SummedFile file;
    file.path = folder + "/" + name;
    file.size_bytes = number_at(at + kNameBytes);
    file.block_bytes = tables ? kTableBlockBytes : kBlockBytes;
    file.sums = blocks;
    const size_t sum_bytes = blocks_of(file.size_bytes, file.block_bytes) * kNumberBytes;
    if (sum_bytes > left) return other();
    blocks += sum_bytes;
    file.seen = std::make_unique<std::atomic<bool>[]>(sum_bytes / kNumberBytes + 1);
    left -= sum_bytes;
    if (auto found = find_file(file, name == kXapianVersionFile); !found) return found.error();
    read->files.push_back(std::move(file));
  }
  return std::shared_ptr<const SummedFiles>(std::move(read));
}

const SummedFile* SummedFiles::find(const std::string& path) const {
  for (const SummedFile& file : files) {
    if (file.path == path) return &file;
  }
  return nullptr;
}

Result<CheckedBlocks> CheckedBlocks::begin(const std::string& index, const std::string& sums) {
  auto files = SummedFiles::read(index, sums);
  if (!files) return files.error();
  {
    const std::unique_lock lock(watched().mutex);
    watched().indexes.push_back(files->get());
  }
  CheckedBlocks checked;
  checked.held_ =
      std::shared_ptr<const SummedFiles>(files->get(), [kept = *files](const SummedFiles* gone) {
        const std::unique_lock lock(watched().mutex);
        std::erase(watched().indexes, gone);
      });
  return checked;
}

Message take_damaged_block() { return std::exchange(damaged_block, {}); }

Message take_failed_read() { return std::exchange(failed_read, {}); }

}  // namespace khobao::archive

// Takes the place of the C library's in these programs: libxapian reads its blocks by it, and has
// no other place where they could be looked at.
extern "C" ssize_t pread(int file, void* to, size_t bytes, off_t at) {
  using namespace khobao::archive;
  if (const auto kept = kept_block(file, static_cast<char*>(to), bytes, at))
    return static_cast<ssize_t>(*kept);
  const ssize_t got = read_at(file, static_cast<char*>(to), bytes, at);
  if (got < 0) {
    const int reason = errno;
    note_failed_read(file, reason);
    errno = reason;
  }
  if (got <= 0 || is_as_written(file, static_cast<const char*>(to), static_cast<size_t>(got), at))
    return got;
  errno = EBADMSG;
  return -1;
}
