#pragma once
/// Failed writes that Xapian does not see.
///
/// Xapian 1.4 writes in destructors while it brings a database to the disk; where such a write
/// fails, or one before it did, the exception ends the program. The databases that we write are
/// thrown away when anything goes wrong, so Xapian may go on as though all were well.
#include <memory>
#include <optional>
#include <string>

#include "common/base/result.h"

namespace khobao::archive {

/// While one of these is held, a write at a place of a file (pwrite) that fails in this thread
/// succeeds for its caller: from then on what this thread writes at places is kept in memory, and
/// read again from there. One at a time in a thread.
class KeptWrites {
 public:
  KeptWrites();
  ~KeptWrites();
  KeptWrites(const KeptWrites&) = delete;
  KeptWrites& operator=(const KeptWrites&) = delete;

  /// "cannot write 'PATH': REASON" of the first write that failed; what was written is not whole.
  std::optional<Error> failure() const;

  struct State;

 private:
  std::unique_ptr<State> state_;
};

/// While one of these is held, an fdatasync() that fails in this thread is noted: Xapian does not
/// look at what its own return while it merges. One at a time in a thread.
class NotedSyncs {
 public:
  NotedSyncs();
  ~NotedSyncs();
  NotedSyncs(const NotedSyncs&) = delete;
  NotedSyncs& operator=(const NotedSyncs&) = delete;

  /// "cannot sync 'PATH': REASON" of the first that failed.
  const std::optional<Error>& failure() const { return failure_; }
  void note(int file, int reason);

 private:
  std::optional<Error> failure_;
};

/// The file of an open descriptor, for messages.
std::string path_of_open(int file);

/// What this thread wrote at this place, where it was kept: its bytes are copied to `to`, up to
/// `bytes` of them. Nothing where it was not.
std::optional<size_t> kept_block(int file, char* to, size_t bytes, long at);

}  // namespace khobao::archive
