#pragma once
/// Whether a disk has room for what is to be written, told before it is begun.
#include <cstdint>
#include <string>

#include "common/base/result.h"

namespace khobao::write {

/// What the file system of `path` has free for this user.
Result<uint64_t> free_bytes(const std::string& path);

/// An input error with both figures where `folder` has less than `bytes` free.
Result<void> require_room(const std::string& folder, uint64_t bytes);

}  // namespace khobao::write
