#pragma once
#include "common/base/message.h"
#include "common/cli/option.h"

namespace khobao::cli {

/// What --help prints of a program, or of one `command` of it: one screen of usage, the everyday
/// options (all of them where they fit) and the first three examples. Lines hold at most 80 columns
/// where words allow it.
std::string help_text(const CommandLine& line, Language language, const std::string& command = "");

/// What --help-all prints: all options under their headings in the order of the table, examples,
/// and the notes; of all commands one after another where a program has several and none is named.
std::string full_help_text(const CommandLine& line, Language language,
                           const std::string& command = "");

/// "  NAMES", filled with blanks to a common column, then `text`, wrapped and indented.
std::string help_entry(const std::string& names, const std::string& text);

/// An option as help and manuals show it: "-n, --limit N".
std::string names_shown(const Option& option, Language language);

/// Its help with the values it takes and its default: "hits to show [10]".
std::string help_shown(const Option& option, Language language);

/// "indexer update [OPTION]... [PATH]..."
std::string usage_shown(const CommandLine& line, const std::string& command, Language language);

}  // namespace khobao::cli
