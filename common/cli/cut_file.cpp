#include "common/cli/cut_file.h"

#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <cstring>

#include "common/base/result.h"

namespace khobao::cli {
namespace {

// A handler can reach nothing else.
const char* program_name = "";
MappedAt find_mapped = nullptr;

void say(const char* words) { (void)!write(STDERR_FILENO, words, std::strlen(words)); }

void handle_bus_error(int, siginfo_t* info, void*) {
  size_t offset = 0;
  const char* const path = find_mapped(info->si_addr, offset);
  struct stat now {};
  const bool cut = !path || stat(path, &now) != 0 || static_cast<size_t>(now.st_size) <= offset;
  say(program_name);
  say(cut ? ": error: the index is damaged: '" : ": error: cannot read '");
  say(path ? path : "a file of it");
  say(cut ? "' was cut while it was in use\n"
            "hint: 'indexer verify --full' names what is damaged and the way out\n"
          : "': Input/output error\n");
  _exit(exit_status(cut ? ErrorCode::index_corrupt : ErrorCode::input));
}

}  // namespace

void end_at_cut_files(const char* program, MappedAt mapped_at) {
  program_name = program;
  find_mapped = mapped_at;
  struct sigaction action {};
  action.sa_sigaction = handle_bus_error;
  action.sa_flags = SA_SIGINFO;
  sigemptyset(&action.sa_mask);
  (void)sigaction(SIGBUS, &action, nullptr);  // fails for numbers that are no signals alone
}

}  // namespace khobao::cli
