#include "common/cli/parse.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <list>

#include "common/base/version.h"
#include "common/cli/arguments.h"
#include "common/cli/help.h"
#include "common/cli/manual/completions.h"
#include "common/cli/manual/manual_page.h"
#include "common/cli/nearest.h"
#include "common/cli/settings/language.h"
#include "common/cli/settings/settings_file.h"
#include "common/language/say.h"
#include "common/text/letters/printable.h"
#include "common/text/letters/shortened.h"

namespace khobao::cli {
namespace {

// More than any archive holds, and within what Xapian counts with.
constexpr size_t kMaxNumber = 1'000'000'000;

// An option's row and what was typed for it.
struct Typed {
  const Option* option;
  std::vector<std::string> values;
};

void add_option(CLI::App& app, Typed& typed) {
  const Option& option = *typed.option;
  const std::string names =
      option.name + (option.other_names.empty() ? "" : "," + option.other_names);
  if (option.flag()) {
    app.add_flag(names, *std::get<bool*>(option.into));
    return;
  }
  CLI::Option* added = app.add_option(names, typed.values);
  if (!option.positional()) added->allow_extra_args(false);
  if (option.comma_list) added->delimiter(',');
  if (option.required) added->required();
}

Result<size_t> read_number(const std::string& program, const Option& option,
                           const std::string& value) {
  size_t number = 0;
  const bool digits = !value.empty() && value.size() <= 10 &&
                      value.find_first_not_of("0123456789") == std::string::npos;
  if (digits) number = std::stoul(value);
  if (!digits || number > kMaxNumber)
    return bad_value(program, option.name, value, say("a whole number from 0 to a billion"));
  return number;
}

Error no_choice(const std::string& program, const Option& option, const std::string& value) {
  std::string list;
  for (const std::string& choice : option.choices) list += (list.empty() ? "" : ", ") + choice;
  Error error = bad_value(program, option.name, value, say("one of {}", list));
  if (const std::string near = nearest(value, option.choices); !near.empty())
    error.hint = say("did you mean '{}'? {}", near, error.hint);
  return error;
}

Result<void> put(const std::string& program, Typed& typed) {
  const Option& option = *typed.option;
  if (typed.values.empty()) return {};
  const auto is_choice = [&](const std::string& value) {
    return option.choices.empty() || (!option.bare.empty() && value == option.bare) ||
           std::find(option.choices.begin(), option.choices.end(), value) != option.choices.end();
  };
  for (std::string& value : typed.values) {
    if (is_choice(value)) continue;
    const std::string meant = option.choice_meant ? option.choice_meant(value) : "";
    if (!is_choice(meant)) return no_choice(program, option, value);
    value = meant;
  }
  const std::string& last = typed.values.back();
  if (const auto* number = std::get_if<size_t*>(&option.into)) {
    const auto read = read_number(program, option, last);
    if (!read) return read.error();
    **number = *read;
  } else if (const auto* text = std::get_if<std::string*>(&option.into)) {
    **text = last;
  } else if (const auto* optional = std::get_if<std::optional<std::string>*>(&option.into)) {
    **optional = last;
  } else if (const auto* all = std::get_if<std::vector<std::string>*>(&option.into)) {
    **all = typed.values;
  }
  return {};
}

// Whether any of an option's names was typed. CLI11 is told of no others: making it know all rows
// would take half as long as a program needs to start.
bool typed_here(const Option& option, const Arguments& apart) {
  if (option.positional()) return !apart.words.empty();
  const std::vector<std::string> names = option.names();
  return std::find_first_of(apart.options.begin(), apart.options.end(), names.begin(),
                            names.end()) != apart.options.end();
}

// What --help and the like ask for; "" where there is more to do.
std::string asked_to_print(const CommandLine& line, const Arguments& apart, Language language) {
  if (apart.version) return line.program + " " + kVersion + "\n";
  const bool known = std::any_of(line.commands.begin(), line.commands.end(),
                                 [&](const Command& c) { return c.name == apart.command; });
  const std::string command = known ? apart.command : "";
  if (apart.help_all) return full_help_text(line, language, command);
  if (apart.help) return help_text(line, language, command);
  if (apart.generate == "man") return manual::manual_page(line, language);
  if (!apart.generate.empty()) return manual::completions(line, apart.generate, language);
  return "";
}

// Whether a row is read: those that the command takes; where none was named, as --show-config may
// leave it, the first of each name.
bool takes_here(const CommandLine& line, const std::string& command, const Option& option,
                const std::vector<std::string>& rows) {
  if (line.commands.empty() || !command.empty()) return option.taken_by(command);
  return !option.positional() && std::find(rows.begin(), rows.end(), option.name) == rows.end();
}

// Puts a setting where its option's row says; settings of other commands wait for those.
Result<void> apply(const CommandLine& line, const std::string& command, const Setting& setting) {
  for (const Option& option : line.options) {
    if (option.name != setting.option || !option.setting || !option.taken_by(command)) continue;
    if (option.flag()) {
      *std::get<bool*>(option.into) = setting.values.front() == "yes";
      continue;
    }
    Typed typed{&option, setting.values};
    if (auto done = put(line.program, typed); !done) {
      Error error = done.error();
      error.message = setting.from + Message(": ") + error.message;
      return error;
    }
  }
  return {};
}

// The settings as --show-config prints them: lines that a file of settings may hold.
class Shown {
 public:
  void add(const Option& option, const Environment* environment) {
    if (!option.setting || find(option.name) != nullptr) return;
    Setting setting{.option = option.name, .values = {}, .from = say("default")};
    if (option.name == kLanguageOption && environment) {
      const auto locale = language_of_locale(*environment);
      const bool vietnamese = locale && locale->language == Language::vietnamese;
      setting.values = {vietnamese ? "vi" : "en"};
      if (locale) setting.from = "$" + locale->variable;
    } else if (const auto* flag = std::get_if<bool*>(&option.into)) {
      setting.values = {**flag ? "yes" : "no"};
    } else if (const auto* list = std::get_if<std::vector<std::string>*>(&option.into)) {
      setting.values = **list;
    } else if (const std::string value = option.default_text(); !value.empty()) {
      setting.values = {value};
    }
    rows_.push_back(std::move(setting));
  }

  void take(const Setting& setting) {
    if (Setting* row = find(setting.option)) *row = setting;
  }

  std::string text(const Environment* environment) const {
    std::string out;
    const Language language = environment ? environment->page_language() : Language::english;
    if (environment)
      out = "# " + say("file of settings: {}", settings_file(*environment)).in(language) + "\n";
    for (const Setting& row : rows_) {
      std::string entry = row.option.substr(2) + " =";
      for (const std::string& value : row.values)
        entry += (&value == &row.values.front() ? " " : ",") + value;
      constexpr size_t kColumn = 40;
      out += entry + std::string(entry.size() < kColumn ? kColumn - entry.size() : 1, ' ') +
              "  # " + retold(row.from).in(language) + "\n";
    }
    return text::printable_lines(out);
  }

 private:
  Setting* find(const std::string& name) {
    const auto row = std::find_if(rows_.begin(), rows_.end(),
                                  [&](const Setting& one) { return one.option == name; });
    return row == rows_.end() ? nullptr : &*row;
  }

  std::vector<Setting> rows_;
};

}  // namespace

Error bad_value(const std::string& program, const std::string& option, const std::string& value,
                const Message& takes) {
  return {ErrorCode::usage, say("{} '{}' is not {}", option, text::shortened(value), takes),
          see_help(program)};
}

Message see_help(const std::string& program) { return say("see '{} --help'", program); }

Result<Parsed> parse(const CommandLine& line, const std::vector<std::string>& arguments,
                     const Environment* environment) {
  auto apart = told_apart(line, arguments);
  if (!apart) return apart.error();
  const Language language = environment ? environment->language : Language::english;
  if (std::string text = asked_to_print(line, *apart, language); !text.empty())
    return Parsed{.command = {}, .print = std::move(text), .notes = {}};
  std::vector<Setting> settings;
  if (environment) {
    auto read = read_settings(line, *environment, !apart->no_config);
    if (!read) return read.error();
    settings = std::move(*read);
  }
  CLI::App app(line.summary, line.program);
  app.set_help_flag();
  std::list<Typed> typed;  // CLI11 keeps addresses
  Shown shown;
  std::vector<std::string> rows;
  for (const Option& option : line.options) {
    if (!takes_here(line, apart->command, option, rows)) continue;
    rows.push_back(option.name);
    if (typed_here(option, *apart)) add_option(app, typed.emplace_back(Typed{&option, {}}));
    shown.add(option, environment);
  }
  // CLI11 takes them from the last to the first.
  std::vector<std::string> reversed(apart->words.rbegin(), apart->words.rend());
  reversed.emplace_back("--");
  reversed.insert(reversed.end(), apart->options.rbegin(), apart->options.rend());
  for (const Setting& setting : settings) {
    auto done = apply(line, apart->command, setting);
    if (!done) return done.error();
    shown.take(setting);
  }
  try {
    app.parse(std::move(reversed));
  } catch (const CLI::ParseError& error) {
    return Error{ErrorCode::usage, error.what(), see_help(line.program)};
  }
  std::vector<std::string> given;
  for (Typed& one : typed) {
    if (auto done = put(line.program, one); !done) return done.error();
    if (app.count(one.option->name) > 0) {
      given.push_back(one.option->name);
      shown.take({.option = one.option->name,
                  .values = one.option->flag() ? std::vector<std::string>{"yes"} : one.values,
                  .from = say("the command line")});
    }
  }
  if (apart->show_config)
    return Parsed{.command = {}, .print = shown.text(environment), .notes = {}};
  return Parsed{.command = apart->command,
                .print = {},
                .notes = std::move(apart->notes),
                .given = std::move(given)};
}

bool Parsed::was_given(std::string_view name) const {
  return std::find(given.begin(), given.end(), name) != given.end();
}

std::optional<size_t> parse_size(const std::string& text) {
  size_t digits = 0;
  while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') ++digits;
  if (digits == 0 || digits > 9 || text.size() > digits + 1) return std::nullopt;
  const size_t value = std::stoul(text.substr(0, digits));
  if (digits == text.size()) return value;
  switch (text[digits]) {
    case 'K':
    case 'k': return value << 10;
    case 'M':
    case 'm': return value << 20;
    case 'G':
    case 'g': return value << 30;
    default: return std::nullopt;
  }
}

}  // namespace khobao::cli
