#pragma once
/// The table of options: one row each, with all that is known of an option. The parser and --help
/// read it; manuals, completions and the file of settings are made from the same rows.
///
///     {.name = "--limit", .other_names = "-n", .value = "N", .into = &options.limit,
///      .group = "Output", .help = "hits to show"}
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "common/base/message.h"

namespace khobao::cli {

inline constexpr const char* kListedSearches = "saved";  ///< names of kept searches
inline constexpr const char* kListedKept = "kept";       ///< and those of dossiers

struct Option {
  /// Where the value goes. The type says how often an option may be given and what it takes: a
  /// flag, a whole number, a text of which the last one given counts, a text that may be absent, or
  /// a list, to which each use adds. What stands there before parsing is the default.
  using Target = std::variant<bool*, size_t*, std::string*, std::optional<std::string>*,
                              std::vector<std::string>*>;

  std::string name;              ///< "--limit"; "QUERY" for the arguments that are no options
  std::string other_names = {};  ///< short form and synonyms: "-n", "-q,--silent"
  std::string value = {};        ///< how --help calls it: "N", "FILE"; empty: the choices
  std::vector<std::string> choices = {};  ///< the only values it takes; empty: any
  /// The choice that something else typed means, "" for none; null: choices are typed as they are.
  std::string (*choice_meant)(std::string_view typed) = nullptr;
  Target into;
  /// What it is where it is given without a value: at the end, or before another option. Empty: it
  /// needs one.
  std::string bare = {};
  bool comma_list = false;  ///< of a list: one use may give several values, with commas between
  bool required = false;
  std::string group = {};     ///< the heading of --help under which it stands
  std::string commands = {};  ///< which commands take it, with spaces between; empty: all
  std::string help = {};      ///< one sentence without its full stop
  std::string example = {};   ///< a command line of a shell that shows its use
  std::string brief = {};     ///< its line on the one screen of --help; empty: only in --help-all
  bool setting = false;       ///< may stand in the file of settings and in the environment
  /// What names its values for shells: the word that the searcher's --list takes, or one of the two
  /// below; empty: nothing.
  std::string listed_by = {};

  bool positional() const { return name[0] != '-'; }
  bool flag() const { return std::holds_alternative<bool*>(into); }
  bool taken_by(const std::string& command) const;
  std::string value_name() const;    ///< "N", "text|json"; empty for flags
  std::string short_value_name() const;  ///< where "relevance|newest|oldest" is too long: "SORT"
  std::string default_text() const;  ///< what stands in `into`; empty for flags and lists
  std::vector<std::string> names() const;  ///< `name` and the others; empty for arguments
};

/// A command of a program that has several.
struct Command {
  std::string name;
  std::string summary;
};

/// All that can be typed after a program's name.
struct CommandLine {
  std::string program;
  std::string summary;
  std::vector<Command> commands;  ///< one must be given; empty for a program that has none
  std::vector<Option> options;
  /// Ends --help-all: paragraphs of lines that are short enough; null for none.
  Message (*notes)() = nullptr;
  std::string exit_status = {};  ///< what each means, without a full stop
};

}  // namespace khobao::cli
