#pragma once
/// What every program of ours takes beside the rows of its own table: read by told_apart(), --help,
/// manuals and completions.
#include <array>
#include <string_view>

namespace khobao::cli {

struct OwnOption {
  std::string_view name;
  std::string_view short_name = {};
  std::string_view value = {};
  std::string_view help;
  bool completed = true;  ///< offered by completion
};

inline constexpr std::string_view kOwnGroup = "This program";

inline constexpr std::array kOwnOptions = {
    OwnOption{.name = "--help", .short_name = "-h", .help = "print what is asked for most"},
    OwnOption{.name = "--help-all", .help = "print every option"},
    OwnOption{.name = "--version", .help = "print its version"},
    OwnOption{.name = "--show-config",
              .help = "print every setting, its value, and where that comes from"},
    OwnOption{.name = "--no-config", .help = "read no file of settings"},
    OwnOption{.name = "--generate",
              .value = "man|bash|zsh|fish",
              .help = "print the manual page, or what a shell completes arguments by",
              .completed = false},
};

}  // namespace khobao::cli
