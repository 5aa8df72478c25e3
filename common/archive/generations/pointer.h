#pragma once
/// DB/current: which generation is live. Two lines, replaced atomically:
///
///   generation-000007
///   # checksum 0f3a…
///
/// so that no damage can turn it into another name. The first line is "none" from the moment the
/// folder is made until the first build ends: a folder that holds generations without a pointer has
/// lost it, and nothing is built over those ('indexer recover').
#include <string>

#include "common/base/result.h"

namespace khobao::archive {

struct Pointer {
  bool present = false;    ///< false: the folder holds neither a pointer nor generations
  std::string generation;  ///< its name; "" for "none"
};

/// index_corrupt, with the way out, where the file is damaged, or is missing though there are
/// generations; an input error where it cannot be read.
Result<Pointer> read_pointer(const std::string& db);

/// Makes the pointer name `generation` ("" for "none") and brings it to the disk. Where an error
/// comes back the old one stands, or, where its message says so, this may not be known.
Result<void> write_pointer(const std::string& db, const std::string& generation);

/// Writes the pointer "none" into a folder that has none and holds no generations.
Result<void> begin_archive(const std::string& db);

/// The line that follows an error of a pointer: what brings the archive back.
Message recover_hint(const std::string& db);

}  // namespace khobao::archive
