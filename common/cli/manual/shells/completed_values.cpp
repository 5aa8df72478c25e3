#include "common/cli/manual/shells/completed_values.h"

#include <algorithm>

namespace khobao::cli::manual {

Takes takes(const Option& option) {
  if (option.flag()) return Takes::nothing;
  if (!option.choices.empty()) return Takes::choices;
  if (!option.listed_by.empty()) return Takes::names;
  if (option.value == "FOLDER" || option.name == "FOLDER") return Takes::folders;
  if (option.value == "FILE" || option.name == "PATH") return Takes::files;
  return Takes::anything;
}

std::vector<std::string> choices_of(const OwnOption& own) {
  std::vector<std::string> choices;
  std::string_view rest = own.value;
  while (!rest.empty()) {
    choices.emplace_back(rest.substr(0, rest.find('|')));
    rest.remove_prefix(std::min(choices.back().size() + 1, rest.size()));
  }
  return choices;
}

std::string joined(const std::vector<std::string>& words, const std::string& between) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : between) + word;
  return all;
}

std::vector<std::string> commands_of(const CommandLine& line) {
  std::vector<std::string> commands;
  for (const Command& command : line.commands) commands.push_back(command.name);
  if (commands.empty()) commands.emplace_back();
  return commands;
}

std::vector<std::string> names_of(const CommandLine& line, const std::string& command) {
  std::vector<std::string> names;
  for (const Option& option : line.options) {
    if (!option.taken_by(command)) continue;
    for (std::string& name : option.names()) names.push_back(std::move(name));
  }
  for (const OwnOption& own : kOwnOptions) {
    if (own.completed) names.emplace_back(own.name);
  }
  return names;
}

bool takes_files(const CommandLine& line, const std::string& command) {
  for (const Option& option : line.options) {
    if (option.positional() && option.taken_by(command) &&
        (takes(option) == Takes::files || takes(option) == Takes::folders))
      return true;
  }
  return false;
}

}  // namespace khobao::cli::manual
