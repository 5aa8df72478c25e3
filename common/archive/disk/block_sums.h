#pragma once
/// Checksums of a Xapian database, block by block, compared with every block that is read.
///
/// Xapian 1.4 keeps none: a flipped bit in a list of postings is an article that is not found. A
/// layer's files never change, so the sums of their blocks are written once, beside the database,
/// and whatever Xapian then reads of them is compared: 0.5 µs a block of 8 KiB, and 8 bytes of it.
///
/// File DB/layer-N/index.sums: "KBBS\1\0\0\0", the number of files (8 bytes); for each its name (32
/// bytes, filled up with zeros) and size (8 bytes); the sums of all their blocks in this order (8
/// bytes each, XXH3); content_hash() of all this. Numbers are little-endian.
#include <memory>
#include <string>

#include "common/base/result.h"

namespace khobao::archive {

/// Sums up the files of the database folder `index` into the file `sums`.
Result<void> write_block_sums(const std::string& index, const std::string& sums);

/// While one of these is held, each block that this process reads of the database is compared. A
/// read of a block that is not what was written fails with EBADMSG, which Xapian throws as
/// DatabaseError; damaged_block() then says which it was. Copies share it.
class CheckedBlocks {
 public:
  CheckedBlocks() = default;  ///< of nothing

  /// Begin before the database is opened. index_corrupt where the sums or the files' sizes are not
  /// what was written; an input error where they cannot be read.
  static Result<CheckedBlocks> begin(const std::string& index, const std::string& sums);

 private:
  std::shared_ptr<const void> held_;
};

/// The file and place of the last block that was read by this thread and not what was written; ""
/// where all were. Forgets it.
std::string take_damaged_block();

}  // namespace khobao::archive
