#include "common/cli/manual/shells/fish_completion.h"

#include "common/cli/manual/shells/completed_values.h"
#include "common/language/say.h"

namespace khobao::cli::manual {
namespace {

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

// fish shows only what holds the letters typed: where accents were left out, names are offered
// without theirs, which find the same, and described by those with them.
const char* const kFishNames = R"sh(function __khobao_folded
  string replace -ra '[àáảãạăằắẳẵặâầấẩẫậ]' a -- $argv |
    string replace -ra '[èéẻẽẹêềếểễệ]' e | string replace -ra '[ìíỉĩị]' i |
    string replace -ra '[òóỏõọôồốổỗộơờớởỡợ]' o | string replace -ra '[ùúủũụưừứửữự]' u |
    string replace -ra '[ỳýỷỹỵ]' y | string replace -a đ d |
    string replace -ra '[ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬ]' A | string replace -ra '[ÈÉẺẼẸÊỀẾỂỄỆ]' E |
    string replace -ra '[ÌÍỈĨỊ]' I | string replace -ra '[ÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢ]' O |
    string replace -ra '[ÙÚỦŨỤƯỪỨỬỮỰ]' U | string replace -ra '[ỲÝỶỸỴ]' Y | string replace -a Đ D
end
function __khobao_names
  if contains $argv[1] saved kept
    searcher --saved 2>/dev/null | string match -rv '^ '
    test $argv[1] = kept; and __khobao_names dossier
    return
  end
  set -l tokens (commandline -opc)
  set -l db
  for at in (seq 2 (count $tokens))
    if string match -q -- '--db=*' $tokens[$at]
      set -a db --db (string sub -s 6 -- $tokens[$at])
    else if test $tokens[(math $at - 1)] = --db
      if string match -q -- '~/*' $tokens[$at]
        set -a db --db $HOME(string sub -s 2 -- $tokens[$at])
      else
        set -a db --db $tokens[$at]
      end
    end
  end
  set -l typed (commandline -ct | string replace -r '^--[a-z-]+=' '' | string replace -r '^[\'"]' '' | string replace -ra '\\\\(.)' '$1')
  set -l mark
  if test $argv[1] != dossier; and string match -q '!*' -- $typed
    set mark !
    set typed (string sub -s 2 -- $typed)
  end
  set -l found (searcher $db --list $argv[1] -- "$typed" 2>/dev/null | head -n 200)
  set -l counts (string replace -r '\t.*' '' -- $found)
  set -l names (string replace -r '^\S+\t' '' -- $found)
  set -l folded (__khobao_folded $names)
  set -l letters (string escape --style=regex -- "$typed")
  for at in (seq (count $names))
    if string match -qir -- "$letters" $names[$at]
      printf '%s%s\t%s\n' "$mark" $names[$at] $counts[$at]
    else
      printf '%s%s\t%s\n' "$mark" $folded[$at] $names[$at]
    end
  end
end
)sh";

}  // namespace

std::string fish_completion(const CommandLine& line, Language language) {
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
      text += begin + fish_names({std::string(own.name)}) + " -d " +
              fish_text(translated(own.help).in(language)) + "\n";
  }
  return text;
}

}  // namespace khobao::cli::manual
