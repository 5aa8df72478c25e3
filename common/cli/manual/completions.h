#pragma once
#include <string>

#include "common/cli/option.h"

namespace khobao::cli::manual {

/// What a shell ("bash", "zsh" or "fish") completes a program's arguments by, made from its table:
/// commands, options, the values that they take, files and folders; and for options whose rows name
/// a field, the names that the archive holds, as `searcher --list FIELD` prints them.
std::string completions(const CommandLine& line, const std::string& shell, Language language);

}  // namespace khobao::cli::manual
