#pragma once
/// Reads arguments by the table of options. CLI11 stays in parse.cpp.
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "common/cli/environment.h"
#include "common/cli/option.h"

namespace khobao::cli {

/// What the arguments ask for beyond values of options.
struct Parsed {
  std::string command;  ///< the chosen one of CommandLine::commands
  /// Where not empty: print this and do nothing else (--help, --version, --show-config, --generate).
  std::string print;
  std::vector<Message> notes;  ///< what may have been meant otherwise, for standard error
  std::vector<std::string> given = {};  ///< the options that were typed, by their rows' names
  bool was_given(std::string_view name) const;
};

/// Puts the values of `arguments` (without the program's name) where the options' rows say. An
/// option that takes one value may be given again: the last one counts. A usage error names the
/// option, the value and what it takes; values may have been set by then. `environment`, where
/// there is one, says where settings are (settings_file.h), which hold where nothing is typed.
Result<Parsed> parse(const CommandLine& line, const std::vector<std::string>& arguments,
                     const Environment* environment = nullptr);

/// A value that an option does not take: "OPTION 'VALUE' is not WHAT IT TAKES".
Error bad_value(const std::string& program, const std::string& option, const std::string& value,
                const Message& takes);

/// "see 'PROGRAM --help'"
Message see_help(const std::string& program);

/// A whole number with an optional suffix K, M or G (powers of 1024): "700M". nullopt for anything
/// else.
std::optional<size_t> parse_size(const std::string& text);

}  // namespace khobao::cli
