#pragma once
/// What the files of an index looked like when they were written. Xapian's own check misses most
/// single bit flips in postings and stored articles, so each commit records size and hash of every
/// file, and `indexer verify` compares them.
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

/// The first file that is not as recorded, and how; "" where all are.
std::string first_difference(const std::string& folder, const Checksums& recorded);

}  // namespace khobao::archive
