#include "tests/support/failing_call.h"

#include <doctest/doctest.h>

#include "tests/support/temp_dir.h"

namespace khobao::test {

bool can_fail_calls() {
  const TempDir dir;
  CliResult tried;
  try {
    tried = run_program("/usr/bin/strace", {"-qq", "-o", dir / "log", "/bin/true"},
                        {.input = {}, .folder = dir.path(), .environment = {}});
  } catch (const std::exception&) {
    tried.code = 127;
  }
  if (tried.code == 0) return true;
  MESSAGE("SKIPPED: strace, or the right to trace, is not there");
  return false;
}

FailedRun run_failing(const FailingCall& failing, const std::string& program,
                      const std::vector<std::string>& args, const std::string& folder) {
  const TempDir dir;
  std::vector<std::string> all{"-qq",
                               "-f",
                               "-o",
                               dir / "log",
                               "-e",
                               "trace=" + failing.call,
                               "-e",
                               "inject=" + failing.call + ":error=" + failing.error +
                                   ":when=" + std::to_string(failing.when)};
  if (!failing.path.empty()) all.insert(all.end(), {"-P", failing.path});
  all.push_back(program == "indexer" ? KHOBAO_TEST_INDEXER : KHOBAO_TEST_SEARCHER);
  all.insert(all.end(), args.begin(), args.end());
  FailedRun run;
  run.result =
      run_program("/usr/bin/strace", all, {.input = {}, .folder = folder, .environment = {}});
  run.happened = read_file(dir / "log").find("(INJECTED)") != std::string::npos;
  return run;
}

int fail_each(FailingCall failing, const std::vector<std::string>& args, const std::string& folder,
              const std::function<void()>& prepare,
              const std::function<void(const CliResult&)>& check) {
  for (failing.when = 1;; ++failing.when) {
    CAPTURE(failing.when);
    prepare();
    const FailedRun run = run_failing(failing, "indexer", args, folder);
    if (!run.happened) return failing.when - 1;
    CAPTURE(run.result.err);
    check(run.result);
  }
}

}  // namespace khobao::test
