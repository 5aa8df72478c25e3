#pragma once
/// What the files of an index looked like when they were written. Xapian's own check misses most
/// single bit flips in postings and stored articles, so each commit records size and hash of every
/// file, and they are compared before a layer is carried on and by `indexer verify`.
#include <cstdint>
#include <map>
#include <string>

#include "common/base/result.h"

namespace khobao::archive {

struct Checksum {
  uint64_t size_bytes = 0;
  std::string hash;  ///< 128-bit XXH3 of the bytes, hexadecimal

  bool operator==(const Checksum&) const = default;
};

/// By path relative to the folder, with '/' between its parts.
using Checksums = std::map<std::string, Checksum>;

/// Reads the whole file.
Result<Checksum> checksum_of(const std::string& path);

/// All regular files below `folder`. Lock files, which hold nothing, are left out.
Result<Checksums> checksums_of(const std::string& folder);

/// Whether a file is as recorded, read as a mapping: index_corrupt where it is not (or not there),
/// an input error where it cannot be read.
Result<void> compare_file(const std::string& folder, const std::string& name,
                          const Checksums& recorded);

/// index_corrupt for the first file that is missing or not as recorded, and how; an input error
/// where one cannot be read.
Result<void> compare_checksums(const std::string& folder, const Checksums& recorded);

/// The same by presence and size alone; nothing is opened.
Result<void> compare_sizes(const std::string& folder, const Checksums& recorded);

}  // namespace khobao::archive
