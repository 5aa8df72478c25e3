#include "common/cli/manual/shells/zsh_completion.h"

#include "common/cli/manual/shells/completed_values.h"
#include "common/language/say.h"

namespace khobao::cli::manual {
namespace {

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
    case Takes::names: return ":" + value + ": _khobao_names " + option.listed_by;
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
      const char* const value = !option.flag() && name.starts_with("--") ? "=" : "";
      text += indent + "'" + (list ? "*" : "") + name + value + "[" +
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

// -U: names found by letters without accents stay, though they do not begin as typed. What is typed
// stays, too, while they are listed; only a second press of the key takes them in turn.
const char* const kZshNames = R"sh(_khobao_names() {
  local -a names db others
  local at folder mark= typed=${(Q)PREFIX}
  for (( at = 2; at < CURRENT; ++at )); do
    case $words[at] in
      (--db=*) db+=(--db "${(Q)${words[at]#--db=}}") ;;
      (--db)
        folder=${words[at + 1]}
        if [[ $folder == '~' || $folder == '~/'* ]]; then
          db+=(--db "$HOME${(Q)folder#\~}")
        else
          db+=(--db "${(Q)folder}")
        fi ;;
    esac
  done
  if [[ $1 == (saved|kept) ]]; then
    names=(${(f)"$(searcher --saved 2>/dev/null | grep -v '^ ')"})
    compadd -a names
    [[ $1 == saved ]] && return
    1=dossier
  fi
  [[ $1 != dossier && $typed == '!'* ]] && mark='!'
  names=(${(f)"$(searcher $db --list $1 -- ${typed#!} 2>/dev/null | head -n 200 | cut -f 2)"})
  names=($mark${^names})
  others=(${names:#$typed*})
  if (( ! $#others )); then
    compadd -a names
    return
  fi
  [[ $#names -gt 1 && $compstate[insert] == *unambiguous* ]] && compstate[insert]= compstate[list]=list
  compadd -U -a names
}
)sh";

}  // namespace

std::string zsh_completion(const CommandLine& line, Language language) {
  std::string text = "#compdef " + line.program + "\n# made by '" + line.program +
                     " --generate zsh'\n" + kZshNames + "_" + line.program + "() {\n";
  if (line.commands.empty()) {
    return text + "  _arguments \\\n" + zsh_options(line, "", "    ", language) + "}\n_" +
           line.program + " \"$@\"\n";
  }
  text += "  local -a commands\n  commands=(\n";
  for (const Command& command : line.commands)
    text +=
        "    '" + command.name + ":" + zsh_text(translated(command.summary).in(language)) + "'\n";
  text +=
      "  )\n  if (( CURRENT == 2 )); then\n    _describe command commands\n    return\n  fi\n"
      "  local command=$words[2]\n  (( CURRENT-- ))\n  shift words\n  case $command in\n";
  for (const std::string& command : commands_of(line))
    text += "  " + command + ")\n    _arguments \\\n" +
            zsh_options(line, command, "      ", language) + "    ;;\n";
  return text + "  esac\n}\n_" + line.program + " \"$@\"\n";
}

}  // namespace khobao::cli::manual
