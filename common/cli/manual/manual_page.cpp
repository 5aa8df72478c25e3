#include "common/cli/manual/manual_page.h"

#include <algorithm>

#include "common/cli/help.h"
#include "common/cli/manual/roff.h"
#include "common/cli/own_options.h"

namespace khobao::cli::manual {
namespace {

std::string decapitalised(std::string text) {
  if (text.ends_with('.')) text.pop_back();
  if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z')
    text[0] = static_cast<char>(text[0] + ('a' - 'A'));
  return text;
}

std::string option_entry(const Option& option) {
  std::string text = help_shown(option);
  if (option.setting) text += " (a setting)";
  return roff_entry(names_shown(option), text + ".");
}

std::string options_of(const CommandLine& line, const std::string& command, bool headings) {
  std::vector<std::string> groups;
  for (const Option& option : line.options) {
    if (option.taken_by(command) &&
        std::find(groups.begin(), groups.end(), option.group) == groups.end())
      groups.push_back(option.group);
  }
  std::string text;
  for (const std::string& group : groups) {
    if (headings) text += roff_subsection(group);
    for (const Option& option : line.options) {
      if (option.group == group && option.taken_by(command)) text += option_entry(option);
    }
  }
  return text;
}

std::string own_options() {
  std::string text = roff_subsection(kOwnGroup);
  for (const OwnOption& own : kOwnOptions) {
    std::string names(own.name);
    if (!own.short_name.empty()) names = std::string(own.short_name) + ", " + names;
    if (!own.value.empty()) names += " " + std::string(own.value);
    text += roff_entry(names, std::string(own.help) + ".");
  }
  return text;
}

}  // namespace

std::string manual_page(const CommandLine& line) {
  std::string page = roff_head(line.program, 1, decapitalised(line.summary));
  page += roff_section("Synopsis");
  std::vector<std::string> commands;
  for (const Command& command : line.commands) commands.push_back(command.name);
  if (commands.empty()) commands.emplace_back();
  for (const std::string& command : commands)
    page += (&command == &commands.front() ? "" : ".br\n") + roff_line(usage_shown(line, command));
  page += roff_section("Description") + roff_line(line.summary);
  page += ".PP\nkhobao(7) tells what Kho Báo is, where its files lie and how settings are read;\n"
          "khobao\\-query(7) is the query language.\n";
  if (line.commands.empty()) {
    page += roff_section("Options") + options_of(line, "", true);
  } else {
    page += roff_section("Commands");
    for (const Command& command : line.commands) {
      page += roff_subsection(usage_shown(line, command.name));
      page += roff_line(command.summary + ".") + options_of(line, command.name, false);
    }
  }
  page += own_options();
  std::string examples;
  for (const Option& option : line.options)
    examples += option.example.empty() ? "" : option.example + "\n";
  if (!examples.empty()) page += roff_section("Examples") + roff_verbatim(examples);
  if (!line.notes.empty()) page += roff_section("Notes") + roff_verbatim(line.notes);
  if (!line.exit_status.empty()) page += roff_section("Exit status") + roff_line(line.exit_status + ".");
  page += roff_section("See also");
  page += line.program == "indexer" ? "searcher(1)" : "indexer(1)";
  return page + ", khobao(7), khobao\\-query(7)\n";
}

}  // namespace khobao::cli::manual
