#pragma once
#include <atomic>

namespace khobao::cli {

/// From its making on, SIGINT, SIGTERM and SIGHUP only note that they came, so that a run can end
/// cleanly; a second one of the same kind ends the program at once. A signal that is ignored
/// (nohup) stays ignored. One object a program.
class StopSignal {
 public:
  StopSignal();

  /// The number of the signal that came; 0 for none.
  const std::atomic<int>& number() const;
};

}  // namespace khobao::cli
