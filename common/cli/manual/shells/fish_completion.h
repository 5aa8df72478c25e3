#pragma once
#include <string>

#include "common/cli/option.h"

namespace khobao::cli::manual {

std::string fish_completion(const CommandLine& line, Language language);

}  // namespace khobao::cli::manual
