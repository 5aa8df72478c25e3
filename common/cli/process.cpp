#include "common/cli/process.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <iostream>

namespace khobao::cli {
namespace {

WindowSize window_size() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0) return {};
  return {.columns = size.ws_col, .rows = size.ws_row};
}

std::string terminal_name() {
  std::array<char, 256> name{};
  for (const int descriptor : {STDOUT_FILENO, STDERR_FILENO, STDIN_FILENO}) {
    if (ttyname_r(descriptor, name.data(), name.size()) == 0) return name.data();
  }
  return {};
}

}  // namespace

Environment process_environment(StandardOutput& output) {
  return {.in = std::cin,
          .out = output.stream(),
          .err = std::cerr,
          .in_file = STDIN_FILENO,
          .out_is_terminal = isatty(STDOUT_FILENO) != 0,
          .err_is_terminal = isatty(STDERR_FILENO) != 0,
          .window_size = window_size,
          .terminal_name = terminal_name,
          .variable = [](const char* name) { return std::getenv(name); }};
}

}  // namespace khobao::cli
