#pragma once
#include <string>

#include "common/base/result.h"

namespace khobao::indexer {

/// The right to write a database folder, held by one process at a time and given back when the
/// object or the process goes. Creates the folder where it is not there.
class WriterLock {
 public:
  /// `locked` where another process holds it.
  static Result<WriterLock> take(const std::string& db);

  WriterLock(WriterLock&& other) noexcept : file_(std::exchange(other.file_, -1)) {}
  WriterLock& operator=(WriterLock&&) = delete;
  ~WriterLock();

 private:
  explicit WriterLock(int file) : file_(file) {}
  int file_;
};

}  // namespace khobao::indexer
