#include "common/cli/manual/manual_page.h"

#include <algorithm>

#include "common/cli/help.h"
#include "common/cli/manual/roff.h"
#include "common/cli/own_options.h"
#include "common/language/say.h"

namespace khobao::cli::manual {
namespace {

std::string decapitalised(std::string text) {
  if (text.ends_with('.')) text.pop_back();
  if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z')
    text[0] = static_cast<char>(text[0] + ('a' - 'A'));
  return text;
}

std::string option_entry(const Option& option, Language language) {
  std::string text = help_shown(option, language);
  if (option.setting) text += say(" (a setting)").in(language);
  return roff_entry(names_shown(option, language), text + ".");
}

std::string options_of(const CommandLine& line, const std::string& command, bool headings,
                       Language language) {
  std::vector<std::string> groups;
  for (const Option& option : line.options) {
    if (option.taken_by(command) &&
        std::find(groups.begin(), groups.end(), option.group) == groups.end())
      groups.push_back(option.group);
  }
  std::string text;
  for (const std::string& group : groups) {
    if (headings) text += roff_subsection(translated(group).in(language));
    for (const Option& option : line.options) {
      if (option.group == group && option.taken_by(command)) text += option_entry(option, language);
    }
  }
  return text;
}

std::string own_options(Language language) {
  std::string text = roff_subsection(translated(kOwnGroup).in(language));
  for (const OwnOption& own : kOwnOptions) {
    std::string names(own.name);
    if (!own.short_name.empty()) names = std::string(own.short_name) + ", " + names;
    if (!own.value.empty()) names += " " + std::string(own.value);
    text += roff_entry(names, translated(own.help).in(language) + ".");
  }
  return text;
}

}  // namespace

std::string manual_page(const CommandLine& line, Language language) {
  const auto in = [language](const Message& text) { return text.in(language); };
  const std::string summary = in(translated(line.summary));
  std::string page = roff_head(line.program, 1, decapitalised(summary), in(say("Name")));
  page += roff_section(in(say("Synopsis")));
  std::vector<std::string> commands;
  for (const Command& command : line.commands) commands.push_back(command.name);
  if (commands.empty()) commands.emplace_back();
  for (const std::string& command : commands)
    page += (&command == &commands.front() ? "" : ".br\n") +
            roff_line(usage_shown(line, command, language));
  page += roff_section(in(say("Description"))) + roff_line(summary) + ".PP\n";
  page += roff_line(in(say("khobao(7) tells what Kho Báo is, where its files lie and how settings are "
                           "read; khobao-query(7) is the query language.")));
  if (line.commands.empty()) {
    page += roff_section(in(say("Options"))) + options_of(line, "", true, language);
  } else {
    page += roff_section(in(say("Commands")));
    for (const Command& command : line.commands) {
      page += roff_subsection(usage_shown(line, command.name, language));
      page += roff_line(in(translated(command.summary)) + ".") +
              options_of(line, command.name, false, language);
    }
  }
  page += own_options(language);
  std::string examples;
  for (const Option& option : line.options)
    examples += option.example.empty() ? "" : option.example + "\n";
  if (!examples.empty()) page += roff_section(in(say("Examples"))) + roff_verbatim(examples);
  if (line.notes) page += roff_section(in(say("Notes"))) + roff_verbatim(in(line.notes()));
  if (!line.exit_status.empty())
    page += roff_section(in(say("Exit status"))) + roff_line(in(translated(line.exit_status)) + ".");
  page += roff_section(in(say("See also")));
  page += line.program == "indexer" ? "searcher(1)" : "indexer(1)";
  return page + ", khobao(7), khobao\\-query(7)\n";
}

}  // namespace khobao::cli::manual
