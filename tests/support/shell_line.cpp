#include "tests/support/shell_line.h"

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <vector>

#include "tests/support/temp_dir.h"

namespace khobao::test {
namespace {

namespace fs = std::filesystem;

constexpr const char* kPrompt = "ready> ";
constexpr const char* kTellLine = "\x18\x10";  // ^X^P

// Both write the line to a file where ^X^P is typed.
std::string settings_of_bash(const std::string& program) {
  return "PS1='" + std::string(kPrompt) + "'\nsource <(" + program +
         " --generate bash)\nbind 'set show-all-if-ambiguous on'\nbind 'set bell-style none'\n"
         "bind 'set enable-bracketed-paste off'\n"
         "tell() { printf '%s' \"$READLINE_LINE\" > line.new; mv line.new line; }\n"
         "bind -x '\"\\C-x\\C-p\": tell'\n";
}

std::string settings_of_zsh(const std::string& program) {
  return "PS1='" + std::string(kPrompt) + "'\nmkdir -p functions\n" + program +
         " --generate zsh > functions/_" + program +
         "\nfpath=($PWD/functions $fpath)\nautoload -Uz compinit\ncompinit -u -D\n"
         "unsetopt beep\ntell() { print -rn -- \"$BUFFER\" > line.new; mv line.new line }\n"
         "zle -N tell\nbindkey '^X^P' tell\n";
}

// A shell on a pseudo-terminal; ended with it.
class Shell {
 public:
  Shell(const std::vector<std::string>& command, const RunOptions& options) {
    winsize size{};
    size.ws_row = 50;
    size.ws_col = 160;
    pid_ = forkpty(&terminal_, nullptr, nullptr, &size);
    if (pid_ < 0) throw std::runtime_error("forkpty failed");
    if (pid_ == 0) run(command, options);
  }
  ~Shell() {
    kill(pid_, SIGKILL);
    close(terminal_);
    waitpid(pid_, nullptr, 0);
  }
  Shell(const Shell&) = delete;
  Shell& operator=(const Shell&) = delete;

  void type(const std::string& keys) const {
    if (write(terminal_, keys.data(), keys.size()) != static_cast<ssize_t>(keys.size()))
      throw std::runtime_error("the terminal does not take the keys");
  }

  // Reads what the shell prints until `done`.
  template <class Done>
  std::string read_until(const Done& done) const {
    const auto end = std::chrono::steady_clock::now() + std::chrono::minutes(2);
    std::string screen;
    while (!done(screen)) {
      if (std::chrono::steady_clock::now() > end)
        throw std::runtime_error("the shell does not answer: " + screen);
      pollfd waiting{terminal_, POLLIN, 0};
      if (poll(&waiting, 1, 50) <= 0) continue;
      char bytes[4096];
      const ssize_t count = read(terminal_, bytes, sizeof bytes);
      if (count <= 0) throw std::runtime_error("the shell ended: " + screen);
      screen.append(bytes, static_cast<size_t>(count));
    }
    return screen;
  }

 private:
  [[noreturn]] static void run(const std::vector<std::string>& command, const RunOptions& options) {
    std::vector<std::string> environment = options.environment;
    for (const char* one : {"LC_ALL=C.UTF-8", "TERM=xterm"}) environment.emplace_back(one);
    environment.push_back("HOME=" + options.folder);
    environment.push_back("ZDOTDIR=" + options.folder);
    std::vector<char*> args, variables;
    for (const std::string& one : command) args.push_back(const_cast<char*>(one.c_str()));
    for (const std::string& one : environment) variables.push_back(const_cast<char*>(one.c_str()));
    args.push_back(nullptr);
    variables.push_back(nullptr);
    if (chdir(options.folder.c_str()) == 0) execve(args[0], args.data(), variables.data());
    _exit(127);
  }

  pid_t pid_ = -1;
  int terminal_ = -1;
};

std::string path_of(const std::string& shell) {
  for (const char* folder : {"/usr/bin/", "/bin/"}) {
    if (fs::exists(folder + shell)) return folder + shell;
  }
  return "";
}

}  // namespace

bool has_shell(const std::string& shell) { return !path_of(shell).empty(); }

ShellLine typed_into_shell(const std::string& shell, const std::string& program,
                           const std::string& keys, const RunOptions& options) {
  const std::string told = options.folder + "/line", path = path_of(shell);
  fs::remove(told);
  const bool bash = shell == "bash";
  write_file(options.folder + (bash ? "/rc" : "/.zshrc"),
             bash ? settings_of_bash(program) : settings_of_zsh(program));
  const Shell running(bash ? std::vector<std::string>{path, "--noprofile", "--rcfile", "rc", "-i"}
                           : std::vector<std::string>{path, "-d", "-i"},
                      options);
  running.read_until(
      [](const std::string& screen) { return screen.find(kPrompt) != std::string::npos; });
  running.type(keys + kTellLine);
  ShellLine result;
  result.screen = running.read_until([&](const std::string&) { return fs::exists(told); });
  std::ifstream file(told);
  result.line.assign(std::istreambuf_iterator<char>(file), {});
  return result;
}

}  // namespace khobao::test
