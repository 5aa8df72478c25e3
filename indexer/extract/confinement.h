#pragma once
/// Bounds of a process that reads a file of unknown origin, set before the first byte is read.
#include <cstdint>

namespace khobao::extract {

struct Bounds {
  uint64_t cpu_seconds = 30;
  uint64_t memory_bytes = uint64_t{1} << 30;
  uint64_t written_bytes = uint64_t{64} << 20;  ///< of any file
};

/// Bounds this process and what it becomes: processor time, memory, files; no core dumps, no new
/// rights, an end with the parent's, and no network where the system allows that.
void confine(const Bounds& bounds);

}  // namespace khobao::extract
