#include "tests/support/program.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <stdexcept>

namespace khobao::test {
namespace {

constexpr std::time_t kMaxSeconds = 300;

struct Pipe {
  Pipe() {
    if (pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("cannot make a pipe");
  }
  ~Pipe() {
    close_end(0);
    close_end(1);
  }
  void close_end(int end) {
    if (ends[end] >= 0) close(ends[end]);
    ends[end] = -1;
  }
  int ends[2];
};

std::vector<char*> pointers(std::vector<std::string>& strings) {
  std::vector<char*> out;
  for (std::string& s : strings) out.push_back(s.data());
  out.push_back(nullptr);
  return out;
}

std::vector<std::string> environment_of(const RunOptions& options) {
  std::vector<std::string> environment{"HOME=" + options.folder};
  const bool locale = std::any_of(
      options.environment.begin(), options.environment.end(),
      [](const std::string& one) { return one.starts_with("LC_ALL=") || one.starts_with("LANG="); });
  if (!locale) environment.emplace_back("LC_ALL=C.UTF-8");
  for (const char* name :
       {"PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS", "LSAN_OPTIONS"}) {
    if (const char* value = std::getenv(name))
      environment.push_back(std::string(name) + "=" + value);
  }
  environment.insert(environment.end(), options.environment.begin(), options.environment.end());
  return environment;
}

// Moves bytes between the pipes and our strings until the program has closed its outputs.
void exchange(pid_t child, Pipe& in, Pipe& out, Pipe& err, const std::string& input,
              CliResult& result) {
  const std::time_t end = std::time(nullptr) + kMaxSeconds;
  size_t written = 0;
  if (input.empty()) in.close_end(1);
  while (out.ends[0] >= 0 || err.ends[0] >= 0) {
    pollfd fds[] = {{in.ends[1], POLLOUT, 0}, {out.ends[0], POLLIN, 0}, {err.ends[0], POLLIN, 0}};
    poll(fds, 3, 1000);
    if (std::time(nullptr) > end) {
      kill(child, SIGKILL);
      throw std::runtime_error("a program did not end");
    }
    if (fds[0].revents != 0) {
      const ssize_t count = write(in.ends[1], input.data() + written, input.size() - written);
      if (count > 0) written += static_cast<size_t>(count);
      if (count < 0 || written == input.size()) in.close_end(1);
    }
    for (const int stream : {1, 2}) {
      if (fds[stream].revents == 0) continue;
      char buffer[1 << 16];
      const ssize_t count = read(fds[stream].fd, buffer, sizeof buffer);
      if (count > 0)
        (stream == 1 ? result.out : result.err).append(buffer, static_cast<size_t>(count));
      if (count <= 0) (stream == 1 ? out : err).close_end(0);
    }
  }
}

}  // namespace

CliResult run_program(const std::string& program, const std::vector<std::string>& args,
                      const RunOptions& options) {
  std::signal(SIGPIPE, SIG_IGN);  // a program may end without reading its input
  std::vector<std::string> argument_strings{program};
  argument_strings.insert(argument_strings.end(), args.begin(), args.end());
  std::vector<std::string> environment_strings = environment_of(options);
  const std::vector<char*> argv = pointers(argument_strings), envp = pointers(environment_strings);
  Pipe in, out, err;
  const pid_t child = fork();
  if (child < 0) throw std::runtime_error("cannot fork");
  if (child == 0) {
    std::signal(SIGPIPE, SIG_DFL);
    if (dup2(in.ends[0], 0) < 0 || dup2(out.ends[1], 1) < 0 || dup2(err.ends[1], 2) < 0) _exit(126);
    if (!options.folder.empty() && chdir(options.folder.c_str()) != 0) _exit(126);
    execve(program.c_str(), argv.data(), envp.data());
    _exit(127);
  }
  in.close_end(0);
  out.close_end(1);
  err.close_end(1);
  CliResult result;
  exchange(child, in, out, err, options.input, result);
  int status = 0;
  waitpid(child, &status, 0);
  result.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  if (result.code == 126 || result.code == 127) throw std::runtime_error("cannot run " + program);
  return result;
}

}  // namespace khobao::test
