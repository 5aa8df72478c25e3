#pragma once
/// Reads the table of postings of a Xapian database of the kind "glass", entry by entry in the
/// order of its keys, whoever wrote it.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/archive/disk/files.h"
#include "common/base/result.h"
#include "indexer/write/glass/glass_table.h"

namespace khobao::write::glass {

/// Keeps one block of each level in memory.
class TableReader {
 public:
  /// Of the database in `folder`, at its first entry; index_corrupt where it is not what Xapian
  /// writes, an input error where it cannot be read.
  static Result<TableReader> open(const std::string& folder);

  bool at_end() const { return at_end_; }
  std::string_view key() const { return key_; }
  std::string_view tag() const { return tag_; }
  Result<void> next();

 private:
  struct Level {
    std::string block;
    size_t place = 0;  ///< in its directory, of the next item
  };
  struct Item {
    std::string_view key, tag;
    unsigned part = 1;
    bool last = true;
  };

  TableReader(archive::OpenFile file, std::string path, size_t block_bytes)
      : file_(std::move(file)), path_(std::move(path)), block_bytes_(block_bytes) {}

  Error damaged() const;
  Result<void> read_block(uint32_t number, size_t level);
  /// The next item of the leaves, or nothing at the end.
  Result<bool> next_item(Item& item);

  archive::OpenFile file_;
  std::string path_;
  size_t block_bytes_;
  std::vector<Level> levels_;  ///< leaves first
  std::string key_, tag_;
  bool at_end_ = false;
};

}  // namespace khobao::write::glass
