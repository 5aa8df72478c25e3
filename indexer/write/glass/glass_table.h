#pragma once
/// Writes one table of a Xapian database of the kind "glass", as Xapian 1.4 reads it: entries of a
/// key and a tag, in a B-tree of blocks that are written once, one after another.
///
///   block   revision (4) level (1) free (2) free (2) end of the directory (2), the places of the
///           items (2 each), room, items from the last to the first
///   leaf    flags and bytes of the item less 3 (2), bytes of the key (1), key, number of the part (2,
///           of all parts but the first), part of the tag
///   branch  block (4), bytes of the key (1), key, number of the part (2)
///
/// Numbers are big-endian. The first leaf begins with an item without key or tag, and the first key
/// of a branch block is empty. A tag goes on in the next leaf where one has no more room for it.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/archive/disk/files.h"
#include "common/base/result.h"

namespace khobao::write::glass {

inline constexpr size_t kBlockBytes = 8192;  // Xapian's own default
inline constexpr size_t kMostKeyBytes = 255;
/// Of a database that is written once.
inline constexpr uint32_t kRevision = 1;

/// What the database's version file says of a table.
struct TableRoot {
  uint32_t block = 0;
  unsigned level = 0;
  uint64_t entries = 0;
  uint32_t blocks = 0;
};

class TableWriter {
 public:
  static Result<TableWriter> create(const std::string& path);

  /// Keys come in ascending order of their bytes, each once, and have 1 to kMostKeyBytes bytes; `internal`
  /// for longer ones.
  Result<void> add(std::string_view key, std::string_view tag);

  /// Writes what waits; the file need not have reached the disk.
  Result<TableRoot> finish();

 private:
  // Where a key of a leaf begins or goes on; one that separates two leaves may be shorter.
  struct Separator {
    std::string key;
    unsigned part = 0;
  };
  // A block that is being filled.
  struct Block {
    std::string bytes;  ///< kBlockBytes of them
    size_t directory_end = 0, items_begin = 0;
    Separator first;  ///< before it in the level above
    size_t room() const { return items_begin - directory_end; }
    bool empty() const;
  };

  explicit TableWriter(archive::OpenFile file) : file_(std::move(file)) {}

  static void begin(Block& block, unsigned level);
  static char* place_item(Block& block, size_t bytes);
  void put_part(std::string_view key, unsigned part, std::string_view tag, bool last);
  Result<void> end_leaf();
  Result<void> add_child(size_t level, Separator separator, uint32_t child);
  Result<uint32_t> write_block(Block& block);
  Result<void> flush();

  archive::OpenFile file_;
  std::string waiting_;  ///< blocks to be written
  uint32_t blocks_ = 0;
  uint64_t entries_ = 0;
  Block leaf_;
  Separator last_;  ///< the last item of all leaves so far
  std::vector<Block> branches_;
};

}  // namespace khobao::write::glass
