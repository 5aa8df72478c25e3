#pragma once
/// What an interactive shell makes of a line that is typed into it, on a terminal of its own.
#include <string>

#include "tests/support/program.h"

namespace khobao::test {

struct ShellLine {
  std::string line;    ///< as it stands after the last key
  std::string screen;  ///< all that the terminal was sent since the first key
};

/// Whether the shell ("bash", "zsh", "fish") is installed.
bool has_shell(const std::string& shell);

/// Starts bash or zsh in options.folder, with completion of `program` as `program --generate SHELL`
/// prints it, and types `keys`. Throws where it does not answer within two minutes.
ShellLine typed_into_shell(const std::string& shell, const std::string& program,
                           const std::string& keys, const RunOptions& options);

}  // namespace khobao::test
