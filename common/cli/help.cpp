#include "common/cli/help.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "common/cli/own_options.h"
#include "common/language/say.h"
#include "common/text/letters/utf8.h"

namespace khobao::cli {
namespace {

constexpr size_t kColumns = 80, kLines = 24;  // of the smallest terminal
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

// The headings of a command's options, each once, in the order of the table.
std::vector<std::string> groups_of(const CommandLine& line, const std::string& command) {
  std::vector<std::string> groups;
  for (const Option& option : line.options) {
    if (option.taken_by(command) &&
        std::find(groups.begin(), groups.end(), option.group) == groups.end())
      groups.push_back(option.group);
  }
  return groups;
}

std::string own_options(Language language) {
  std::string text = "\n" + translated(kOwnGroup).in(language) + ":\n";
  for (const OwnOption& own : kOwnOptions) {
    std::string names(own.name);
    if (!own.short_name.empty()) names = std::string(own.short_name) + ", " + names;
    if (!own.value.empty()) names += " " + std::string(own.value);
    text += help_entry(names, translated(own.help).in(language));
  }
  return text;
}

// Whether two commands take the same words.
bool alike(const CommandLine& line, const std::string& one, const std::string& other) {
  return std::any_of(line.options.begin(), line.options.end(), [&](const Option& option) {
    return option.positional() && !option.commands.empty() && option.taken_by(one) &&
           option.taken_by(other);
  });
}

// The example with `command` in it; "" where it shows another one that takes other words.
std::string example_for(const CommandLine& line, const std::string& command,
                        const std::string& example) {
  for (const Command& other : line.commands) {
    const std::string begin = line.program + " " + other.name + " ";
    if (!example.starts_with(begin) || other.name == command) continue;
    if (!alike(line, command, other.name)) return "";
    return line.program + " " + command + " " + example.substr(begin.size());
  }
  return example;
}

std::string examples_of(const CommandLine& line, const std::string& command, bool everyday,
                        Language language) {
  constexpr size_t kExamplesOfScreen = 3;
  std::string examples;
  size_t count = 0;
  for (const Option& option : line.options) {
    const bool whole_program = command.empty() && !line.commands.empty();
    if (option.example.empty() || !(whole_program || option.taken_by(command))) continue;
    if (everyday && (option.brief.empty() || count == kExamplesOfScreen)) continue;
    const std::string example =
        whole_program ? option.example : example_for(line, command, option.example);
    if (example.empty()) continue;
    examples += "  " + example + "\n";
    ++count;
  }
  return examples.empty() ? "" : "\n" + say("Examples:").in(language) + "\n" + examples;
}

std::string options_of(const CommandLine& line, const std::string& command, Language language) {
  std::string text;
  for (const std::string& group : groups_of(line, command)) {
    text += "\n" + translated(group).in(language) + ":\n";
    for (const Option& option : line.options) {
      if (option.group == group && option.taken_by(command))
        text += help_entry(names_shown(option, language), help_shown(option, language));
    }
  }
  return text;
}

// "--sort SORT": the choices stand in the line beside it.
std::string short_names(const Option& option, Language language) {
  Option shorter = option;
  shorter.value = option.short_value_name();
  return names_shown(shorter, language);
}

std::string everyday_options_of(const CommandLine& line, const std::string& command,
                                Language language) {
  std::string text;
  for (const Option& option : line.options) {
    if (!option.brief.empty() && option.taken_by(command))
      text += help_entry(short_names(option, language), translated(option.brief).in(language));
  }
  return text;
}

size_t lines_of(const std::string& text) {
  return static_cast<size_t>(std::count(text.begin(), text.end(), '\n'));
}

const std::string& summary_of(const CommandLine& line, const std::string& command) {
  for (const Command& known : line.commands) {
    if (known.name == command) return known.summary;
  }
  return line.summary;
}

std::string commands_of(const CommandLine& line, Language language) {
  std::string text = "\n" + say("Commands:").in(language) + "\n";
  for (const Command& known : line.commands)
    text += help_entry(known.name, translated(known.summary).in(language));
  return text;
}

std::string exit_status_of(const CommandLine& line, Language language) {
  if (line.exit_status.empty()) return "";
  return wrapped(say("Exit status: {}.", translated(line.exit_status)).in(language), 0) + "\n";
}

// "Usage: …" and what the program or its command is for.
std::string head_of(const CommandLine& line, const std::string& command, Language language) {
  return say("Usage: {}", usage_shown(line, command, language)).in(language) + "\n" +
         wrapped(translated(summary_of(line, command)).in(language), 0) + "\n";
}

}  // namespace

std::string help_entry(const std::string& names, const std::string& text) {
  const size_t width = 2 + text::display_columns(names);
  const std::string gap =
      width + 2 > kIndent ? "\n" + std::string(kIndent, ' ') : std::string(kIndent - width, ' ');
  return "  " + names + gap + wrapped(text, kIndent) + "\n";
}

std::string names_shown(const Option& option, Language language) {
  std::string short_ones, long_ones;
  for (const std::string& name : option.names()) {
    if (name == option.name) continue;
    if (name.starts_with("--")) {
      long_ones += ", " + name;
    } else {
      short_ones += name + ", ";
    }
  }
  const std::string value = translated(option.value_name()).in(language);
  if (option.positional()) return translated(option.name).in(language);
  return short_ones + option.name + long_ones + (value.empty() ? "" : " " + value);
}

std::string help_shown(const Option& option, Language language) {
  std::string text = translated(option.help).in(language);
  if (!option.value.empty() && !option.choices.empty()) {
    std::string list;
    for (const std::string& choice : option.choices) list += (list.empty() ? "" : ", ") + choice;
    text += ": " + list;
  }
  if (const std::string value = option.default_text(); !value.empty()) text += " [" + value + "]";
  return text;
}

std::string usage_shown(const CommandLine& line, const std::string& command, Language language) {
  std::string usage = line.program + (command.empty() ? "" : " " + command);
  if (command.empty() && !line.commands.empty())
    return say("{} COMMAND [OPTION]...", usage).in(language);
  usage = say("{} [OPTION]...", usage).in(language);
  for (const Option& option : line.options) {
    if (!option.positional() || !option.taken_by(command)) continue;
    const std::string name = translated(option.name).in(language);
    usage += option.required ? " " + name + "..." : " [" + name + "]...";
  }
  return usage;
}

std::string help_text(const CommandLine& line, Language language, const std::string& command) {
  const bool whole_program = command.empty() && !line.commands.empty();
  const std::string head = head_of(line, command, language);
  const std::string program = line.program + (command.empty() ? "" : " " + command);
  const Message more =
      whole_program
          ? say("'{} COMMAND --help' explains one; '{} --help-all' prints every option.", program,
                program)
          : say("'{} --help-all' prints every option.", program);
  // With all commands, a screen has no line to spare.
  const std::string tail = (whole_program ? "" : "\n") + wrapped(more.in(language), 0) + "\n" +
                           exit_status_of(line, language);
  const std::string three = examples_of(line, command, true, language);
  if (whole_program) return head + commands_of(line, language) + three + tail;
  std::string all = head + options_of(line, command, language) +
                    examples_of(line, command, false, language) + tail;
  if (lines_of(all) <= kLines) return all;
  return head + "\n" + everyday_options_of(line, command, language) + three + tail;
}

std::string full_help_text(const CommandLine& line, Language language,
                           const std::string& command) {
  std::string text = head_of(line, command, language);
  if (command.empty() && !line.commands.empty()) {
    text += commands_of(line, language);
    for (const Command& known : line.commands) {
      text += "\n" + usage_shown(line, known.name, language) + "\n" +
              wrapped(translated(known.summary).in(language), 0) + "\n" +
              options_of(line, known.name, language);
    }
  } else {
    text += options_of(line, command, language);
  }
  text += own_options(language) + examples_of(line, command, false, language);
  text += line.notes ? "\n" + line.notes().in(language) : "";
  const std::string status = exit_status_of(line, language);
  return text + (status.empty() ? "" : "\n" + status);
}

}  // namespace khobao::cli
