#pragma once
/// What SIGINT, SIGTERM and SIGHUP do to the programs: they end with a message and 128 + the number
/// of the signal, as shells show it. A signal that is ignored (nohup) stays ignored.
#include <atomic>
#include <string>

#include "common/base/message.h"

namespace khobao::cli {

/// From now on each of the three ends the program at once, saying which it was: for work that
/// leaves nothing half done wherever it ends.
void end_at_signals(const std::string& program, Language language);

/// From its making on, they only note that they came, so that a run can end cleanly; a second one
/// of the same kind ends the program at once. Nor does a reader of the output that is gone end a run
/// any more (SIGPIPE): to write to it fails as to a full disk. One object a program.
class StopSignal {
 public:
  StopSignal();

  /// The number of the signal that came; 0 for none.
  const std::atomic<int>& number() const;
};

}  // namespace khobao::cli
