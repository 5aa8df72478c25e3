#include "searcher/cli/terminal/pager.h"

#include <sys/wait.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <ostream>

namespace khobao::searcher {
namespace {

// -F ends where all fits, -R lets colours through, -X leaves the text on the screen.
constexpr const char* kPager =
    "LESS=\"${LESS-FRX}\" LESSCHARSET=\"${LESSCHARSET-utf-8}\" exec less";
constexpr int kNotFound = 127;  // of a shell

// Leaving a pager early is no failure of ours, and Ctrl-C is the pager's to answer. A handler that
// does nothing is not handed on to the pager, as an ignored signal would be.
class SignalsLeftToPager {
 public:
  SignalsLeftToPager()
      : pipe_(std::signal(SIGPIPE, SIG_IGN)), interrupt_(std::signal(SIGINT, [](int) {})) {}
  ~SignalsLeftToPager() {
    std::signal(SIGPIPE, pipe_);
    std::signal(SIGINT, interrupt_);
  }
  SignalsLeftToPager(const SignalsLeftToPager&) = delete;
  SignalsLeftToPager& operator=(const SignalsLeftToPager&) = delete;

 private:
  void (*pipe_)(int);
  void (*interrupt_)(int);
};

// False where the pager could not be started.
bool paged(const std::string& text, const std::string& command) {
  const SignalsLeftToPager left;
  FILE* pager = popen(command.c_str(), "w");
  if (pager == nullptr) return false;
  std::fwrite(text.data(), 1, text.size(), pager);
  const int status = pclose(pager);
  return !(status == -1 || (WIFEXITED(status) && WEXITSTATUS(status) == kNotFound));
}

}  // namespace

Result<void> show_paged(const std::string& text, const Window& window,
                        const cli::Environment& environment) {
  const auto lines = static_cast<size_t>(std::count(text.begin(), text.end(), '\n'));
  std::string pager = environment.value_of("PAGER");
  if (pager.empty()) pager = kPager;
  environment.out.flush();
  if (window.terminal() && lines >= window.rows && paged(text, pager)) return {};
  environment.out << text;  // main_program.h tells what could not be written
  return {};
}

}  // namespace khobao::searcher
