#include "common/cli/manual/shells/bash_completion.h"

#include "common/cli/manual/shells/completed_values.h"

namespace khobao::cli::manual {
namespace {

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

// Names are quoted as the word that they complete. Where one does not begin as typed (accents were
// left out), a blank among them keeps what is typed on the line while they are listed.
const char* const kBashHelpers = R"sh(
# words: the line up to the cursor, whole again where bash splits words at = and :
# typed: the last of them, or the value in it; previous: the option that takes it
# kept: how typed begins where bash replaces only what follows
_khobao_line() {
  local line=$COMP_LINE piece at last
  words=() kept=
  for ((at = 0; at <= COMP_CWORD; ++at)); do
    piece=${COMP_WORDS[at]} last=$((${#words[@]} - 1))
    if ((at > 0)) && [[ $line != [[:blank:]]* ]]; then
      kept=${words[last]}
      words[last]+=$piece
      [[ $piece == *[!:=]* ]] || kept=${words[last]}
    else
      kept=
      words+=("$piece")
    fi
    line=${line#"${line%%[![:blank:]]*}"}
    line=${line#"$piece"}
  done
  last=$((${#words[@]} - 1))
  typed=${words[last]} previous=${words[last - 1]} option=
  if [[ $typed == --*=* ]]; then
    previous=${typed%%=*}
    option=$previous=
    typed=${typed#*=}
  fi
}
_khobao_reply() {
  local at reply
  for at in "${!COMPREPLY[@]}"; do
    reply=$option${COMPREPLY[at]}
    if [[ $reply == "$kept"* ]]; then
      COMPREPLY[at]=${reply#"$kept"}
    else
      COMPREPLY+=(' ')
    fi
  done
}
# plain: what a word means; nothing in it is run or looked up but, if asked to, a leading ~
_khobao_plain() {
  local word=$1 quote= sign at=0
  plain=
  [[ $2 == home && ($word == '~' || $word == '~/'*) ]] && plain=$HOME at=1
  for ((; at < ${#word}; ++at)); do
    sign=${word:at:1}
    if [[ $sign == \\ && $quote != \' ]]; then
      ((++at))
      [[ -n $quote && ${word:at:1} != [\"\\\$\`] ]] && plain+=\\
      plain+=${word:at:1}
    elif [[ $sign == "$quote" ]]; then
      quote=
    elif [[ -z $quote && $sign == [\"\'] ]]; then
      quote=$sign
    else
      plain+=$sign
    fi
  done
}
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
_khobao_found() {
  case $1 in
    saved) searcher --saved | grep -v '^ ' | grep -F -- "$2";;
    kept) _khobao_found saved "$2"; _khobao_found dossier "$2";;
    *) searcher "${db[@]}" --list "$1" -- "$2" | cut -f 2;;
  esac 2>/dev/null | head -n 200
}
_khobao_names() {
  local db=() at name plain mark= begin= escaped='s/[][ "'"'"'\\()&;|<>*?$`!#{}~]/\\&/g'
  for ((at = 1; at < ${#words[@]} - 1; ++at)); do
    case ${words[at]} in
      --db) _khobao_plain "${words[at + 1]}" home; db+=(--db "$plain");;
      --db=*) _khobao_plain "${words[at]#--db=}"; db+=(--db "$plain");;
    esac
  done
  case $typed in
    \"*) escaped='s/["$`\\]/\\&/g';;
    \'*) escaped="s/'/'\\\\''/g";;
  esac
  _khobao_plain "$typed"
  if [[ $1 != @(saved|dossier|kept) && $plain == '!'* ]]; then
    mark='!' plain=${plain#!}
  fi
  COMPREPLY=()
  while IFS= read -r name; do
    [[ $name == "$plain"* ]] || begin=other
    COMPREPLY+=("$(sed "$escaped" <<<"$mark$name")")
  done < <(_khobao_found "$1" "$plain")
  [[ -n $begin && ${#COMPREPLY[@]} -gt 1 ]] && COMPREPLY+=(' ')
}
)sh";

}  // namespace

std::string bash_completion(const CommandLine& line) {
  const std::string& program = line.program;
  std::string text = "# bash completion of " + program + ", made by '" + program +
                     " --generate bash'\n" + kBashHelpers + "_" + program + "_values() {\n";
  if (line.commands.empty()) {
    text += bash_command(line, "");
  } else {
    const std::string names = joined(commands_of(line), " ");
    text +=
        "  local command= word\n  for word in \"${words[@]:1:${#words[@]} - 2}\"; do\n"
        "    [[ \" " +
        names +
        " \" == *\" $word \"* ]] && { command=$word; break; }\n  done\n"
        "  case $command in\n";
    for (const std::string& command : commands_of(line))
      text += "  " + command + ")\n" + bash_command(line, command) + "  ;;\n";
    text += "  *) _khobao_words '" + names;
    for (const OwnOption& own : kOwnOptions)
      text += own.completed ? " " + std::string(own.name) : "";
    text += "';;\n  esac\n";
  }
  return text + "}\n_" + program +
         "() {\n  local words typed previous option kept\n  COMPREPLY=()\n  _khobao_line\n  _" +
         program + "_values\n  _khobao_reply\n}\ncomplete -F _" + program + " " + program + "\n";
}

}  // namespace khobao::cli::manual
