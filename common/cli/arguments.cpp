#include "common/cli/arguments.h"

#include <algorithm>
#include <string_view>

#include "common/cli/nearest.h"
#include "common/cli/own_options.h"
#include "common/cli/parse.h"
#include "common/language/say.h"

namespace khobao::cli {
namespace {

constexpr std::string_view kGenerated[] = {"man", "bash", "zsh", "fish"};

// Dashes that word processors and web pages put in the place of one or two hyphens.
constexpr std::string_view kLongDashes[] = {"\u2014", "\u2013", "\u2012", "\u2015",
                                            "\u2212", "\u2010", "\u2011"};

bool all_digits(std::string_view s) {
  return !s.empty() && s.find_first_not_of("0123456789") == std::string_view::npos;
}

std::string list_of(const std::vector<std::string>& names) {
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
  return list;
}

class Reader {
 public:
  Reader(const CommandLine& line, const std::vector<std::string>& typed)
      : line_(line), typed_(typed) {}

  Result<Arguments> read() {
    for (at_ = 0; at_ < typed_.size(); ++at_) {
      if (typed_[at_] == "--") {
        for (++at_; at_ < typed_.size(); ++at_) word(typed_[at_]);
        break;
      }
      if (auto taken = take(with_hyphens(typed_[at_])); !taken) return taken.error();
    }
    // "indexer help update", as git and others have it
    if (out_.command == "help") {
      out_.help = true;
      out_.command = out_.words.empty() ? "" : out_.words.front();
    }
    if (out_.help || out_.version || !out_.generate.empty()) return std::move(out_);
    if (out_.show_config && out_.command.empty()) return std::move(out_);
    if (auto known = check_command(); !known) return known.error();
    if (auto taken = check_words(); !taken) return taken.error();
    return std::move(out_);
  }

 private:
  // The row of an option of this name that the command takes; of any command while none was named.
  const Option* find(std::string_view name) const {
    for (const Option& option : line_.options) {
      if (!out_.command.empty() && !option.taken_by(out_.command)) continue;
      const auto names = option.names();
      if (std::find(names.begin(), names.end(), name) != names.end()) return &option;
    }
    return nullptr;
  }

  std::vector<std::string> long_names() const {
    std::vector<std::string> names;
    names.reserve(std::size(kOwnOptions) + line_.options.size());
    for (const OwnOption& own : kOwnOptions) names.emplace_back(own.name);
    for (const Option& option : line_.options) {
      if (!out_.command.empty() && !option.taken_by(out_.command)) continue;
      for (std::string& name : option.names()) {
        if (name.starts_with("--")) names.push_back(std::move(name));
      }
    }
    return names;
  }

  // "—limit" as "--limit" where that is an option or nearly one, else as it is.
  std::string with_hyphens(const std::string& argument) const {
    std::string_view rest = argument;
    bool any = false;
    for (bool cut = true; cut;) {
      cut = any && rest.starts_with('-');
      if (cut) rest.remove_prefix(1);
      for (const std::string_view dash : kLongDashes) {
        if (!rest.starts_with(dash)) continue;
        rest.remove_prefix(dash.size());
        cut = any = true;
      }
    }
    if (!any || rest.empty() || rest.starts_with('=')) return argument;
    const std::string name(rest.substr(0, rest.find('=')));
    const bool one_letter = name.size() == 1 || all_digits(std::string_view(name).substr(1));
    if (one_letter && find("-" + name.substr(0, 1)) != nullptr) return "-" + std::string(rest);
    const std::vector<std::string> names = long_names();
    const bool option = std::find(names.begin(), names.end(), "--" + name) != names.end();
    return option || (rest.size() > 3 && !nearest(name, names).empty()) ? "--" + std::string(rest)
                                                                        : argument;
  }

  void word(const std::string& argument) {
    if (!line_.commands.empty() && out_.command.empty()) {
      out_.command = argument;
    } else {
      out_.words.push_back(argument);
    }
  }

  Result<void> take(const std::string& argument) {
    if (argument == "-h" || argument == "--help") {
      out_.help = true;
    } else if (argument == "--help-all") {
      out_.help = out_.help_all = true;
    } else if (argument == "--version") {
      out_.version = true;
    } else if (argument == "--show-config") {
      out_.show_config = true;
    } else if (argument == "--no-config") {
      out_.no_config = true;
    } else if (argument == "--generate" || argument.starts_with("--generate=")) {
      return generate(argument);
    } else if (argument.starts_with("--")) {
      return long_option(argument);
    } else if (argument.size() > 1 && argument[0] == '-') {
      return short_option(argument);
    } else {
      word(argument);
    }
    return {};
  }

  Result<void> generate(const std::string& argument) {
    const size_t equals = argument.find('=');
    if (equals != std::string::npos) {
      out_.generate = argument.substr(equals + 1);
    } else if (++at_ < typed_.size()) {
      out_.generate = typed_[at_];
    }
    for (const std::string_view kind : kGenerated) {
      if (out_.generate == kind) return {};
    }
    return Error{ErrorCode::usage,
                 say("--generate '{}' is not one of man, bash, zsh, fish", out_.generate),
                 see_help(line_.program)};
  }

  Result<void> long_option(const std::string& argument) {
    const size_t equals = argument.find('=');
    const std::string name = argument.substr(0, equals);
    const Option* option = find(name);
    if (option == nullptr) return unknown(name);
    if (option->flag() && equals != std::string::npos) {
      return Error{ErrorCode::usage,
                   say("{} takes no value, but got '{}'", name, argument.substr(equals + 1)),
                   say("leave out what stands after {}", name)};
    }
    if (option->flag()) {
      out_.options.push_back(argument);
      return {};
    }
    return valued(*option, name,
                  equals == std::string::npos ? nullptr : argument.c_str() + equals + 1);
  }

  Result<void> short_option(const std::string& argument) {
    const Option* option = find(argument.substr(0, 2));
    const std::string_view rest = std::string_view(argument).substr(2);
    if (option != nullptr && !option->flag() &&
        (rest.empty() || all_digits(rest) || !line_.commands.empty()))
      return valued(*option, argument.substr(0, 2), rest.empty() ? nullptr : rest.data());
    const auto is_flag = [&](char c) {
      const Option* one = find(std::string("-") + c);
      return one != nullptr && one->flag();
    };
    if (std::all_of(argument.begin() + 1, argument.end(), is_flag)) {
      for (const char c : argument.substr(1)) out_.options.push_back(std::string("-") + c);
      return {};
    }
    if (!line_.commands.empty()) return unknown(argument);
    if (const Option* meant = find("-" + argument)) {
      out_.notes.push_back(say("'{}' leaves out the word '{}'; the option is {}", argument,
                               argument.substr(1), meant->name));
    }
    word(argument);
    return {};
  }

  // `value`: what stood in the same argument; else the next one is it.
  Result<void> valued(const Option& option, const std::string& name, const char* value) {
    out_.options.push_back(name);
    const bool alone = value == nullptr &&
                       (at_ + 1 == typed_.size() || typed_[at_ + 1].starts_with("--"));
    if (alone && !option.bare.empty()) {
      out_.options.push_back(option.bare);
      return {};
    }
    if (value == nullptr && ++at_ == typed_.size()) {
      return Error{ErrorCode::usage,
                   say("{} needs a value: {} {}", name, name, translated(option.value_name())),
                   see_help(line_.program)};
    }
    out_.options.emplace_back(value != nullptr ? value : typed_[at_]);
    return {};
  }

  Error unknown(const std::string& name) const {
    // A mistyped command takes nothing at all.
    if (!out_.command.empty()) {
      if (auto known = check_command(); !known) return known.error();
    }
    Error error{ErrorCode::usage, say("unknown option '{}'", name), see_help(line_.program)};
    std::vector<std::string> others;
    for (const Option& option : line_.options) {
      const auto names = option.names();
      if (std::find(names.begin(), names.end(), name) == names.end()) continue;
      for (const Command& command : line_.commands) {
        if (option.taken_by(command.name)) others.push_back(command.name);
      }
    }
    if (!others.empty()) {
      error.message = say("'{} {}' takes no {}", line_.program, out_.command, name);
      error.hint = say("{} is an option of {}", name, list_of(others));
    } else if (const std::string near = nearest(name, long_names()); !near.empty()) {
      error.hint = say("did you mean {}? {}", near, error.hint);
    }
    return error;
  }

  Result<void> check_command() const {
    if (line_.commands.empty()) return {};
    std::vector<std::string> known;
    for (const Command& command : line_.commands) known.push_back(command.name);
    if (std::find(known.begin(), known.end(), out_.command) != known.end()) return {};
    const std::string near = nearest(out_.command, known);
    const Message hint = see_help(line_.program);
    return Error{ErrorCode::usage,
                 out_.command.empty()
                     ? say("no command was given; commands: {}", list_of(known))
                     : say("no command '{}'; commands: {}", out_.command, list_of(known)),
                 near.empty() ? hint : say("did you mean {}? {}", near, hint)};
  }

  Result<void> check_words() const {
    const auto taken = [&](const Option& option) {
      return option.positional() && option.taken_by(out_.command);
    };
    const auto row = std::find_if(line_.options.begin(), line_.options.end(), taken);
    const std::string program = line_.program + (out_.command.empty() ? "" : " " + out_.command);
    if (row != line_.options.end()) {
      if (!row->required || !out_.words.empty()) return {};
      return Error{ErrorCode::usage,
                   say("'{}' needs {}: {}", program, translated(row->name), translated(row->help)),
                   row->example.empty() ? see_help(program) : say("as in: {}", row->example)};
    }
    if (out_.words.empty()) return {};
    Error error{ErrorCode::usage, say("'{}' takes no '{}'", program, out_.words.front()),
                see_help(program)};
    if (find("--db") != nullptr)
      error.hint = say("the index goes after --db: {} --db {}", program, out_.words.front());
    return error;
  }

  const CommandLine& line_;
  const std::vector<std::string>& typed_;
  size_t at_ = 0;
  Arguments out_;
};

}  // namespace

Result<Arguments> told_apart(const CommandLine& line, const std::vector<std::string>& arguments) {
  return Reader(line, arguments).read();
}

}  // namespace khobao::cli
