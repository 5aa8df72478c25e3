#include "common/cli/manual/completions.h"

#include <vector>

#include "common/cli/own_options.h"
#include "common/language/say.h"

namespace khobao::cli::manual {
namespace {

enum class Takes { nothing, anything, choices, files, folders, names };

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

// The commands for which a table is asked; one without a name for a program that has none.
std::vector<std::string> commands_of(const CommandLine& line) {
  std::vector<std::string> commands;
  for (const Command& command : line.commands) commands.push_back(command.name);
  if (commands.empty()) commands.emplace_back();
  return commands;
}

// Every name of the options that a command takes, and of every program's own.
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

// ---- bash ----

std::string bash_values(const Option& option) {
  switch (takes(option)) {
    case Takes::choices:
      return std::string(option.comma_list ? "_khobao_list" : "_khobao_words") + " '" +
             joined(option.choices, " ") + "'";
    case Takes::files: return "_khobao_files";
    case Takes::folders: return "_khobao_files -d";
    case Takes::names: return "_khobao_names " + option.listed_by;
    default: return ":";
  }
}

std::string bash_command(const CommandLine& line, const std::string& command) {
  std::string text = "  case $previous in\n";
  for (const Option& option : line.options) {
    if (option.positional() || option.flag() || !option.taken_by(command)) continue;
    text += "    " + joined(option.names(), "|") + ") " + bash_values(option) + "; return;;\n";
  }
  for (const OwnOption& own : kOwnOptions) {
    if (!own.value.empty())
      text += "    " + std::string(own.name) + ") _khobao_words '" + joined(choices_of(own), " ") +
              "'; return;;\n";
  }
  text += "  esac\n  if [[ $typed == -* ]]; then\n    _khobao_words '" +
          joined(names_of(line, command), " ") + "'\n";
  if (takes_files(line, command)) text += "  else\n    _khobao_files\n";
  return text + "  fi\n";
}

// Values are quoted as a shell wants them. Where the names found do not begin as typed (accents
// were left out), a blank among them keeps what is typed on the line while they are listed.
const char* const kBashHelpers = R"sh([[ $(type -t _khobao_words) == function ]] || {
_khobao_words() { COMPREPLY=($(compgen -W "$1" -- "$typed")); }
_khobao_list() {
  local before=
  [[ $typed == *,* ]] && before=${typed%,*},
  COMPREPLY=($(compgen -P "$before" -W "$1" -- "${typed##*,}"))
}
_khobao_files() {
  local IFS=$'\n'
  compopt -o filenames 2>/dev/null
  COMPREPLY=($(compgen "${1:--f}" -- "$typed"))
}
_khobao_names() {
  local word name db=() i
  word=${typed//[\"\'\\]/}
  for ((i = 1; i < COMP_CWORD; ++i)); do
    [[ ${COMP_WORDS[i]} == --db ]] && db+=(--db "${COMP_WORDS[i + 1]}")
  done
  COMPREPLY=()
  while IFS=$'\t' read -r _ name; do COMPREPLY+=("$name"); done < <(
    { if [[ $1 == saved ]]; then searcher --saved | sed -n 's/^[^ ]/1\t&/p' | grep -F $'\t'"$word"
      else searcher "${db[@]}" --list "$1" -- "$word"; fi; } 2>/dev/null | head -n 200 |
      sed 's/[][ "'"'"'\\()&;|<>*?$`!#{}~]/\\&/g')
  for name in "${COMPREPLY[@]}"; do
    [[ $name == "$typed"* || ${#COMPREPLY[@]} == 1 ]] || { COMPREPLY+=(' '); return; }
  done
}
}
)sh";

std::string bash(const CommandLine& line) {
  std::string text = "# bash completion of " + line.program + ", made by '" + line.program +
                     " --generate bash'\n" + kBashHelpers + "_" + line.program +
                     "() {\n  local typed=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD "
                     "- 1]}\n  COMPREPLY=()\n";
  if (line.commands.empty()) return text + bash_command(line, "") + "}\ncomplete -F _" +
                                    line.program + " " + line.program + "\n";
  const std::string names = joined(commands_of(line), " ");
  text += "  local command= word\n  for word in \"${COMP_WORDS[@]:1:COMP_CWORD - 1}\"; do\n"
          "    [[ \" " + names + " \" == *\" $word \"* ]] && { command=$word; break; }\n  done\n"
          "  case $command in\n";
  for (const std::string& command : commands_of(line))
    text += "  " + command + ")\n" + bash_command(line, command) + "  ;;\n";
  text += "  *) _khobao_words '" + names;
  for (const OwnOption& own : kOwnOptions) text += own.completed ? " " + std::string(own.name) : "";
  return text + "';;\n  esac\n}\ncomplete -F _" + line.program + " " + line.program + "\n";
}

// ---- zsh ----

// Inside single quotes, within brackets of _arguments.
std::string zsh_text(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '\'') {
      out += "'\\''";
    } else {
      if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
      out += c;
    }
  }
  return out;
}

std::string zsh_values(const Option& option) {
  const std::string value = zsh_text(option.value.empty() ? "value" : option.value);
  switch (takes(option)) {
    case Takes::choices: {
      const std::string choices = joined(option.choices, " ");
      std::string escaped;
      for (const char c : choices) escaped += c == ':' ? "\\:" : std::string(1, c);
      return option.comma_list ? ":" + value + ":_values -s , value " + zsh_text(escaped)
                               : ":" + value + ":(" + escaped + ")";
    }
    case Takes::files: return ":" + value + ":_files";
    case Takes::folders: return ":" + value + ":_files -/";
    case Takes::names: return ":" + value + ":_khobao_names " + option.listed_by;
    default: return ":" + value + ": ";
  }
}

std::string zsh_options(const CommandLine& line, const std::string& command,
                        const std::string& indent, Language language) {
  std::string text;
  for (const Option& option : line.options) {
    if (option.positional() || !option.taken_by(command)) continue;
    const bool list = std::holds_alternative<std::vector<std::string>*>(option.into);
    for (const std::string& name : option.names()) {
      text += indent + "'" + (list ? "*" : "") + name + "[" +
              zsh_text(translated(option.help).in(language)) + "]" +
              (option.flag() ? "" : zsh_values(option)) + "' \\\n";
    }
  }
  for (const OwnOption& own : kOwnOptions) {
    if (own.completed)
      text += indent + "'" + std::string(own.name) + "[" +
              zsh_text(translated(own.help).in(language)) + "]' \\\n";
  }
  return text + indent + (takes_files(line, command) ? "'*:path:_files'\n" : "'*: :'\n");
}

// -U: names found by letters without accents stay, though they do not begin as typed.
const char* const kZshNames = R"sh(_khobao_names() {
  local -a names db
  local at
  for (( at = 1; at < CURRENT - 1; ++at )); do
    [[ $words[at] == --db ]] && db+=(--db "${(Q)words[at + 1]}")
  done
  if [[ $1 == saved ]]; then
    names=(${(f)"$(searcher --saved 2>/dev/null | grep -v '^ ')"})
    compadd -a names
    return
  fi
  names=(${(f)"$(searcher $db --list $1 -- ${(Q)PREFIX} 2>/dev/null | head -n 200 | cut -f 2)"})
  compadd -U -a names
}
)sh";

std::string zsh(const CommandLine& line, Language language) {
  std::string text = "#compdef " + line.program + "\n# made by '" + line.program +
                     " --generate zsh'\n" + kZshNames + "_" + line.program + "() {\n";
  if (line.commands.empty()) {
    return text + "  _arguments \\\n" + zsh_options(line, "", "    ", language) + "}\n_" + line.program +
           " \"$@\"\n";
  }
  text += "  local -a commands\n  commands=(\n";
  for (const Command& command : line.commands)
    text += "    '" + command.name + ":" + zsh_text(translated(command.summary).in(language)) +
            "'\n";
  text += "  )\n  if (( CURRENT == 2 )); then\n    _describe command commands\n    return\n  fi\n"
          "  local command=$words[2]\n  (( CURRENT-- ))\n  shift words\n  case $command in\n";
  for (const std::string& command : commands_of(line))
    text += "  " + command + ")\n    _arguments \\\n" + zsh_options(line, command, "      ", language) + "    ;;\n";
  return text + "  esac\n}\n_" + line.program + " \"$@\"\n";
}

// ---- fish ----

std::string fish_text(const std::string& text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out + "'";
}

std::string fish_names(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names)
    text += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
  return text;
}

std::string fish_values(const Option& option) {
  switch (takes(option)) {
    case Takes::nothing: return "";
    case Takes::choices:
      return " -x -a " + (option.comma_list
                              ? fish_text("(__fish_append , " + joined(option.choices, " ") + ")")
                              : fish_text(joined(option.choices, " ")));
    case Takes::files: return " -r -F";
    case Takes::folders: return " -x -a '(__fish_complete_directories)'";
    case Takes::names: return " -x -a '(__khobao_names " + option.listed_by + ")'";
    default: return " -x";
  }
}

const char* const kFishNames = R"sh(function __khobao_names
  if test $argv[1] = saved
    searcher --saved 2>/dev/null | string match -rv '^ '
    return
  end
  set -l tokens (commandline -opc)
  set -l db
  for at in (seq 2 (count $tokens))
    test $tokens[(math $at - 1)] = --db; and set -a db --db $tokens[$at]
  end
  searcher $db --list $argv[1] -- (commandline -ct | string unescape) 2>/dev/null | head -n 200 | string replace -r '^(\S+)\t(.*)$' '$2\t$1'
end
)sh";

std::string fish(const CommandLine& line, Language language) {
  const std::string begin = "complete -c " + line.program;
  std::string text = "# fish completion of " + line.program + ", made by '" + line.program +
                     " --generate fish'\n" + kFishNames + begin + " -f\n";
  for (const Command& command : line.commands)
    text += begin + " -n __fish_use_subcommand -a " + command.name + " -d " +
            fish_text(translated(command.summary).in(language)) + "\n";
  for (const std::string& command : commands_of(line)) {
    const std::string when =
        command.empty() ? "" : " -n '__fish_seen_subcommand_from " + command + "'";
    for (const Option& option : line.options) {
      if (!option.taken_by(command)) continue;
      if (option.positional()) {
        if (takes(option) != Takes::anything) text += begin + when + " -F\n";
        continue;
      }
      text += begin + when + fish_names(option.names()) + fish_values(option) + " -d " +
              fish_text(translated(option.help).in(language)) + "\n";
    }
  }
  for (const OwnOption& own : kOwnOptions) {
    if (own.completed)
      text += begin + fish_names({std::string(own.name)}) + " -d " + fish_text(translated(own.help).in(language)) +
              "\n";
  }
  return text;
}

}  // namespace

std::string completions(const CommandLine& line, const std::string& shell, Language language) {
  return shell == "bash"  ? bash(line)
         : shell == "zsh" ? zsh(line, language)
                          : fish(line, language);
}

}  // namespace khobao::cli::manual
