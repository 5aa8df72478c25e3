#pragma once
/// What the completions of all shells read off a program's table.
#include <string>
#include <vector>

#include "common/cli/option.h"
#include "common/cli/own_options.h"

namespace khobao::cli::manual {

enum class Takes { nothing, anything, choices, files, folders, names };

Takes takes(const Option& option);

std::vector<std::string> choices_of(const OwnOption& own);

std::string joined(const std::vector<std::string>& words, const std::string& between);

/// The commands for which a table is asked; one without a name for a program that has none.
std::vector<std::string> commands_of(const CommandLine& line);

/// Every name of the options that a command takes, and of every program's own.
std::vector<std::string> names_of(const CommandLine& line, const std::string& command);

bool takes_files(const CommandLine& line, const std::string& command);

}  // namespace khobao::cli::manual
