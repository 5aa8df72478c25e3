#include "searcher/cli/terminal/next_page.h"

#include <algorithm>

namespace khobao::searcher {
namespace {

bool plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80 ||
         std::string_view("-_./:=,@+%").find(c) != std::string_view::npos;
}

}  // namespace

std::string shell_quoted(const std::string& word) {
  if (!word.empty() && std::all_of(word.begin(), word.end(), plain)) return word;
  std::string quoted = "'";
  for (const char c : word) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + "'";
}

std::string open_hit_command(const std::vector<std::string>& arguments, size_t rank) {
  std::string index;
  for (size_t i = 0; i < arguments.size() && arguments[i] != "--"; ++i) {
    if (arguments[i] == "--db" && i + 1 < arguments.size()) {
      index += " --db " + shell_quoted(arguments[++i]);
    } else if (arguments[i].starts_with("--db=")) {
      index += " --db " + shell_quoted(arguments[i].substr(std::string_view("--db=").size()));
    }
  }
  return "searcher" + index + " --show '#" + std::to_string(rank) + "'";
}

std::string next_page_command(const std::vector<std::string>& arguments, size_t offset) {
  const std::string option = " --offset " + std::to_string(offset);
  std::string line = "searcher";
  bool placed = false;
  for (size_t i = 0; i < arguments.size(); ++i) {
    if (placed) {
      line += ' ' + shell_quoted(arguments[i]);
      continue;
    }
    if (arguments[i] == "--offset") {
      ++i;  // its value
      continue;
    }
    if (arguments[i].starts_with("--offset=")) continue;
    if (arguments[i] == "--") {
      line += option;
      placed = true;
    }
    line += ' ' + shell_quoted(arguments[i]);
  }
  return placed ? line : line + option;
}

}  // namespace khobao::searcher
