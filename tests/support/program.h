#pragma once
/// Runs a program as a user's shell would, but without a shell.
#include <string>
#include <vector>

namespace khobao::test {

struct CliResult {
  std::string out, err;
  int code = 0;  ///< exit status; 128 + the signal where one ended it
};

struct RunOptions {
  std::string input;                     ///< standard input
  std::string folder;                    ///< where it runs; also its HOME
  std::vector<std::string> environment;  ///< NAME=VALUE, beside PATH, HOME and LC_ALL=C.UTF-8
};

/// Throws where the program cannot be started, or has not ended after five minutes.
CliResult run_program(const std::string& program, const std::vector<std::string>& args,
                      const RunOptions& options);

}  // namespace khobao::test
