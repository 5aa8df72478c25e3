#pragma once
/// The file `iamglass` of a Xapian database of the kind "glass": where its tables have their roots,
/// and what holds for all of its articles.
#include <cstdint>
#include <string>

#include "common/base/result.h"
#include "indexer/write/glass/glass_table.h"

namespace khobao::write::glass {

/// As Xapian's documents have them.
struct DatabaseCounts {
  uint32_t documents = 0;  ///< numbered from 1, none left out
  uint32_t shortest = 0;   ///< document, in words; 0 where none has any
  uint32_t longest = 0;
  uint32_t most_of_a_term = 0;  ///< in one document
  uint64_t words = 0;           ///< of all documents

  void add_length(uint32_t document_words);
  void add_times(uint32_t of_a_term);  ///< in one document
};

/// Where a table of postings has its root.
struct ReadRoot {
  uint32_t block = 0;
  unsigned level = 0;
  bool is_empty = false;  ///< nothing was ever written
  size_t block_bytes = 0;
};

/// Of the database in `folder`; index_corrupt where the file is not what Xapian 1.4 writes.
Result<ReadRoot> read_version_file(const std::string& folder);

/// Writes the file into the folder of a database whose only table is `postings`.
Result<void> write_version_file(const std::string& folder, const TableRoot& postings,
                                const DatabaseCounts& counts);

}  // namespace khobao::write::glass
