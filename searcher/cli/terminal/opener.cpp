#include "searcher/cli/terminal/opener.h"

#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <ostream>
#include <vector>

#include "common/language/say.h"
#include "common/text/address.h"

namespace khobao::searcher {
namespace {

struct Place {
  std::string file;
  std::string line;  ///< "" where the whole file is the article
};

Place place_of(const std::string& path) {
  const size_t colon = path.rfind(':');
  const bool record = colon != std::string::npos && colon + 1 < path.size() &&
                      path.find_first_not_of("0123456789", colon + 1) == std::string::npos;
  if (!record || std::filesystem::exists(path)) return {path, ""};
  return {path.substr(0, colon), path.substr(colon + 1)};
}

// Runs a program with the arguments as they are, in this terminal. Its exit status, or -1.
int run(std::vector<std::string> arguments) {
  std::vector<char*> argv;
  argv.reserve(arguments.size() + 1);
  for (std::string& argument : arguments) argv.push_back(argument.data());
  argv.push_back(nullptr);
  const pid_t child = fork();
  if (child == 0) {
    execvp(argv[0], argv.data());
    _exit(127);
  }
  int status = 0;
  while (child > 0 && waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) return -1;
  }
  return child > 0 && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

Result<void> open_outside(const archive::Article& article, bool desktop,
                          const cli::Environment& environment) {
  environment.out.flush();
  const bool address = text::is_web_address(article.url);
  const Place place = place_of(article.path);
  std::error_code error;
  if (!(desktop && address) && !std::filesystem::exists(place.file, error)) {
    return Error{ErrorCode::input, say("cannot open '{}': no such file", place.file),
                 say("the archive holds its text: --open pager")};
  }
  std::vector<std::string> command;
  std::string program = "xdg-open";
  if (desktop) {
    command = {program, address ? article.url : place.file};
  } else {
    program = environment.value_of("VISUAL");
    if (program.empty()) program = environment.value_of("EDITOR");
    if (program.empty()) program = "vi";
    // An editor may be set with options of its own ("code -w"): a shell cuts it into words.
    command = {"sh", "-c", program + " \"$@\"", program};
    if (!place.line.empty()) command.push_back("+" + place.line);
    command.push_back(std::filesystem::absolute(place.file, error).string());
  }
  constexpr int kNotFound = 127;
  const int status = run(std::move(command));
  if (status == -1 || status == kNotFound)
    return Error{ErrorCode::input, say("cannot start '{}'", program),
                 say("--open pager needs no program")};
  return {};
}

}  // namespace khobao::searcher
