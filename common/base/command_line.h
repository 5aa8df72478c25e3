#pragma once
/// What both programs' command lines share: where the index is, how errors look, and CLI11's
/// messages in our words. Only the two mains use it.
#include <CLI/CLI.hpp>
#include <iosfwd>
#include <optional>
#include <string>

#include "common/base/result.h"

namespace khobao {

/// $KHOBAO_DB, else khobao/ in the XDG data folder.
std::string default_database();

/// Prints "PROGRAM: error: …" and, where there is one, "hint: …"; returns the exit status.
int report_error(const std::string& program, const Error& error, std::ostream& err);

/// Parses the arguments. Returns -1 to go on, else the exit status: 0 after --help and --version, 2
/// with a message where the arguments are wrong.
int parse_command_line(CLI::App& app, int argc, char** argv);

/// A whole number with an optional suffix K, M or G (powers of 1024): "700M". nullopt for anything
/// else.
std::optional<size_t> parse_size(const std::string& text);

}  // namespace khobao
