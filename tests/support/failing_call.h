#pragma once
/// Runs a program of ours with single system calls failing, by strace.
#include <functional>
#include <string>
#include <vector>

#include "tests/support/program.h"

namespace khobao::test {

/// Which call fails, and how.
struct FailingCall {
  std::string call;       ///< "openat", or several: "fsync,fdatasync"
  std::string error;      ///< "EIO"
  int when = 1;           ///< the first, the second …; counted among all threads' calls
  std::string path = "";  ///< only calls on this path; "" for all
};

/// False, with a message that the test is skipped, where strace or the right to trace is lacking.
bool can_fail_calls();

/// The program "indexer" or "searcher", with the one call failing. `happened` says whether the
/// program came to that call.
struct FailedRun {
  CliResult result;
  bool happened = false;
};
FailedRun run_failing(const FailingCall& failing, const std::string& program,
                      const std::vector<std::string>& args, const std::string& folder);

/// The indexer again and again, with the first such call failing, then the second …, until there is
/// none left to fail; `failing.when` does not matter. `prepare` is called before each run, `check`
/// after it. How many failed.
int fail_each(FailingCall failing, const std::vector<std::string>& args, const std::string& folder,
              const std::function<void()>& prepare,
              const std::function<void(const CliResult&)>& check);

}  // namespace khobao::test
