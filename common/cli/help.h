#pragma once
#include "common/cli/option.h"

namespace khobao::cli {

/// What --help prints of a program, or of one `command` of it: usage, the options under their
/// headings in the order of the table, examples, and the notes. Lines hold at most 80 columns where
/// words allow it.
std::string help_text(const CommandLine& line, const std::string& command = "");

/// "  NAMES", filled with blanks to a common column, then `text`, wrapped and indented.
std::string help_entry(const std::string& names, const std::string& text);

}  // namespace khobao::cli
