#pragma once
#include <signal.h>
#include <time.h>

namespace khobao::archive {

/// While one of these is held, writing to a server that is gone is an error that Xapian tells, and
/// does not end the program: it writes to its connections as to files, and the searcher lets SIGPIPE
/// end it when nobody reads its answers any more. Of this thread; afterwards the signal means what it
/// did before, though Xapian has it ignored from the first connection on.
class NoBrokenPipes {
 public:
  NoBrokenPipes() {
    sigemptyset(&pipe_);
    sigaddset(&pipe_, SIGPIPE);
    sigset_t waiting;
    sigpending(&waiting);
    waited_ = sigismember(&waiting, SIGPIPE) == 1;
    sigaction(SIGPIPE, nullptr, &meaning_);
    pthread_sigmask(SIG_BLOCK, &pipe_, &before_);
  }
  ~NoBrokenPipes() {
    const timespec none{};
    if (!waited_) sigtimedwait(&pipe_, nullptr, &none);
    sigaction(SIGPIPE, &meaning_, nullptr);
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }
  NoBrokenPipes(const NoBrokenPipes&) = delete;
  NoBrokenPipes& operator=(const NoBrokenPipes&) = delete;

 private:
  sigset_t pipe_{}, before_{};
  struct sigaction meaning_ {};
  bool waited_ = false;
};

}  // namespace khobao::archive
