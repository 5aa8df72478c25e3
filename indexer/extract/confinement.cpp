#include "indexer/extract/confinement.h"

#include <sched.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include <csignal>

namespace khobao::extract {
namespace {

void set_limit(__rlimit_resource_t what, uint64_t most) {
  const rlimit limit{most, most};
  (void)setrlimit(what, &limit);  // a system that has tighter ones keeps them
}

}  // namespace

void confine(const Bounds& bounds) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  // A user's own namespace, where that is allowed, lets anybody leave the network.
  if (unshare(CLONE_NEWNET) != 0) (void)unshare(CLONE_NEWUSER | CLONE_NEWNET);
  set_limit(RLIMIT_CPU, bounds.cpu_seconds);
  // Under a sanitizer addresses are no measure of memory: it maps terabytes beside the program.
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  set_limit(RLIMIT_AS, bounds.memory_bytes);
#endif
  set_limit(RLIMIT_FSIZE, bounds.written_bytes);
  set_limit(RLIMIT_CORE, 0);
  constexpr uint64_t kMostFiles = 64;
  set_limit(RLIMIT_NOFILE, kMostFiles);
}

}  // namespace khobao::extract
