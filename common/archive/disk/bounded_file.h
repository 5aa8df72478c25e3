#pragma once
#include <string>

#include "common/base/result.h"

namespace khobao::archive {

/// The whole of a file that a user named: devices and pipes may never end. An error (code input) for
/// one that has more than `most_bytes`, a multiple of a MiB.
Result<std::string> read_bounded_file(const std::string& path, size_t most_bytes);

}  // namespace khobao::archive
