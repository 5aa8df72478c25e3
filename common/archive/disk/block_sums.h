#pragma once
/// Checksums of files, block by block, so that what is read of them can be compared without reading
/// them whole: of a Xapian database, and of a generation's tables (checked_map.h).
///
/// Xapian 1.4 keeps none: a flipped bit in a list of postings is an article that is not found. A
/// layer's files never change, so the sums of their blocks are written once, beside the database,
/// and whatever Xapian then reads of them is compared: 0.5 µs a block of 8 KiB, and 8 bytes of it.
///
/// Files DB/layer-N/index.sums, DB/generation-N/tables.sums: "KBBS\1\0\0\0", or with 2 for 1 where blocks
/// have kTableBlockBytes; the number of files (8 bytes); for each its name (32 bytes, filled up with zeros)
/// and size (8 bytes); the sums of all their blocks in this order (8 bytes each, XXH3); content_hash() of all
/// this. Numbers are little-endian.
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "common/base/result.h"

namespace khobao::archive {

inline constexpr size_t kSummedBlockBytes = 8192;  ///< Xapian's, unless it is told another
/// Of tables that are searched for one number here and there: a search of a large one meets five such blocks,
/// and three of Xapian's size.
inline constexpr size_t kTableBlockBytes = 1024;

/// Sums up the files of the database folder `index` into the file `sums`.
Result<void> write_block_sums(const std::string& index, const std::string& sums);
/// The same for some of a folder's files, which are tables.
Result<void> write_table_sums(const std::string& folder, const std::vector<std::string>& names,
                              const std::string& sums);

/// One file and the sums of its blocks.
struct SummedFile {
  std::string path;
  uint64_t device = 0, inode = 0;
  uint64_t size_bytes = 0;
  size_t block_bytes = kSummedBlockBytes;
  const char* sums = nullptr;  ///< in SummedFiles::bytes

  /// Which blocks were compared and found whole; shared by threads.
  std::shared_ptr<std::atomic<bool>[]> seen;

  /// Whether these bytes, a block or what the file has of its last one, are what was written.
  bool holds(size_t block, const char* bytes, size_t count) const;
  /// The same, of a block that may have been compared before: once is enough for one process.
  bool is_whole(size_t block, const char* bytes, size_t count) const;
};

/// A file of sums as it was read.
struct SummedFiles {
  std::string bytes;
  std::vector<SummedFile> files;

  /// index_corrupt where the sums or the files' sizes are not what was written; an input error
  /// where they cannot be read.
  static Result<std::shared_ptr<const SummedFiles>> read(const std::string& folder,
                                                         const std::string& sums);
  /// Null where it has no such file.
  const SummedFile* find(const std::string& path) const;
};

/// While one of these is held, each block that this process reads of the database is compared when
/// it is first read: Xapian reads the blocks at the roots of its trees for every article. A
/// read of a block that is not what was written fails with EBADMSG, which Xapian throws as
/// DatabaseError; damaged_block() then says which it was. Copies share it.
class CheckedBlocks {
 public:
  CheckedBlocks() = default;  ///< of nothing

  /// Begin before the database is opened. Fails as SummedFiles::read() does.
  static Result<CheckedBlocks> begin(const std::string& index, const std::string& sums);

 private:
  std::shared_ptr<const void> held_;
};

/// The file and place of the last block that was read by this thread and not what was written; ""
/// where all were. Forgets it.
Message take_damaged_block();

/// "cannot read 'PATH': REASON" of the last read at a place (pread) that failed in this thread; "" where
/// none did. Forgets it. Xapian names neither the file nor its database.
Message take_failed_read();

}  // namespace khobao::archive
