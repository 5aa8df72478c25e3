#include "common/cli/stop_signal.h"

#include <csignal>

namespace khobao::cli {
namespace {

// A handler can reach nothing else. Lock-free, so that it may write it.
std::atomic<int> received{0};
static_assert(std::atomic<int>::is_always_lock_free);

void note(int number) { received.store(number); }

}  // namespace

StopSignal::StopSignal() {
  for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction before {};
    if (sigaction(number, nullptr, &before) != 0 || before.sa_handler == SIG_IGN) continue;
    struct sigaction action {};
    action.sa_handler = note;
    action.sa_flags = SA_RESTART | static_cast<int>(SA_RESETHAND);
    sigemptyset(&action.sa_mask);
    (void)sigaction(number, &action, nullptr);  // fails for numbers that are no signals alone
  }
}

const std::atomic<int>& StopSignal::number() const { return received; }

}  // namespace khobao::cli
