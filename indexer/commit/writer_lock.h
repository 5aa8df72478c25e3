#pragma once
#include <string>
#include <utility>

#include "common/archive/disk/files.h"
#include "common/base/result.h"

namespace khobao::commit {

/// The right to write a database folder, held by one process at a time and given back when the
/// object or the process goes. Creates the folder where it is not there.
class WriterLock {
 public:
  /// `locked` where another process holds it.
  static Result<WriterLock> take(const std::string& db);

  /// The run came to its end, whether it found changes or not: the time of the lock's file says so
  /// from now on.
  void note_done() const;

 private:
  explicit WriterLock(archive::OpenFile file) : file_(std::move(file)) {}
  archive::OpenFile file_;
};

/// When the last run came to its end, as utc_text() writes it; "" where that is not known.
std::string last_run(const std::string& db);

}  // namespace khobao::commit
