#include "common/cli/help.h"

#include <algorithm>
#include <string_view>

#include "common/text/letters/utf8.h"

namespace khobao::cli {
namespace {

constexpr size_t kColumns = 80;
constexpr size_t kIndent = 30;  // where the explanations begin

// The words of `text`, broken before the last column; lines after the first are indented.
std::string wrapped(std::string_view text, size_t indent) {
  std::string out;
  size_t column = indent;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    const size_t width = text::display_columns(word);
    if (column > indent && column + 1 + width > kColumns) {
      out += "\n" + std::string(indent, ' ');
      column = indent;
    }
    if (column > indent) out += ' ';
    column += width + (column > indent ? 1 : 0);
    out += word;
    text.remove_prefix(std::min(word.size() + 1, text.size()));
  }
  return out;
}

std::string names_shown(const Option& option) {
  std::string names;
  std::string_view others = option.other_names;
  std::string long_ones;
  while (!others.empty()) {
    const std::string_view name = others.substr(0, others.find(','));
    std::string& side = name.starts_with("--") ? long_ones : names;
    side.append(&side == &names ? "" : ", ").append(name).append(&side == &names ? ", " : "");
    others.remove_prefix(std::min(name.size() + 1, others.size()));
  }
  names += option.name + long_ones;
  const std::string value = option.value_name();
  if (!option.positional() && !value.empty()) names += " " + value;
  return names;
}

std::string explained(const Option& option) {
  std::string text = option.help;
  if (!option.value.empty() && !option.choices.empty()) {
    std::string list;
    for (const std::string& choice : option.choices) list += (list.empty() ? "" : ", ") + choice;
    text += ": " + list;
  }
  if (const std::string value = option.default_text(); !value.empty()) text += " [" + value + "]";
  return text;
}

std::string usage_of(const CommandLine& line, const std::string& command) {
  std::string usage = "Usage: " + line.program + (command.empty() ? "" : " " + command);
  if (command.empty() && !line.commands.empty()) return usage + " COMMAND [OPTION]...\n";
  usage += " [OPTION]...";
  for (const Option& option : line.options) {
    if (option.positional() && option.taken_by(command))
      usage += option.required ? " " + option.name + "..." : " [" + option.name + "]...";
  }
  return usage + "\n";
}

std::string options_of(const CommandLine& line, const std::string& command) {
  std::vector<std::string> groups;
  for (const Option& option : line.options) {
    if (option.taken_by(command) &&
        std::find(groups.begin(), groups.end(), option.group) == groups.end())
      groups.push_back(option.group);
  }
  std::string text, examples;
  for (const std::string& group : groups) {
    text += "\n" + group + ":\n";
    for (const Option& option : line.options) {
      if (option.group != group || !option.taken_by(command)) continue;
      text += help_entry(names_shown(option), explained(option));
      if (!option.example.empty()) examples += "  " + option.example + "\n";
    }
  }
  text += "\nThis program:\n" + help_entry("-h, --help", "print this") +
          help_entry("--version", "print its version");
  if (!examples.empty()) text += "\nExamples:\n" + examples;
  return text;
}

}  // namespace

std::string help_entry(const std::string& names, const std::string& text) {
  const size_t width = 2 + text::display_columns(names);
  const std::string gap =
      width + 2 > kIndent ? "\n" + std::string(kIndent, ' ') : std::string(kIndent - width, ' ');
  return "  " + names + gap + wrapped(text, kIndent) + "\n";
}

std::string help_text(const CommandLine& line, const std::string& command) {
  std::string summary = line.summary;
  for (const Command& known : line.commands) {
    if (known.name == command) summary = known.summary;
  }
  std::string text = usage_of(line, command) + wrapped(summary, 0) + "\n";
  if (command.empty() && !line.commands.empty()) {
    text += "\nCommands:\n";
    for (const Command& known : line.commands) text += help_entry(known.name, known.summary);
    text += "\n'" + line.program + " COMMAND --help' explains the options of one; '" +
            line.program + " --version'\nprints the version.\n";
  } else {
    text += options_of(line, command);
  }
  return text + (line.notes.empty() ? "" : "\n" + line.notes);
}

}  // namespace khobao::cli
