#pragma once
#include <string>

#include "common/cli/option.h"

namespace khobao::cli::manual {

std::string bash_completion(const CommandLine& line);

}  // namespace khobao::cli::manual
