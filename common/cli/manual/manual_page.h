#pragma once
#include <string>

#include "common/cli/option.h"

namespace khobao::cli::manual {

/// The manual page of a program, section 1, made from its table: every option under its heading,
/// of a program of several commands under each that takes it.
std::string manual_page(const CommandLine& line, Language language);

}  // namespace khobao::cli::manual
