#pragma once
/// What was typed, as it could be typed again.
///
///   bão -n5 --facets nguồn   ->   --limit=5 --facets=source -- bão
#include <string>
#include <vector>

#include "common/cli/option.h"

namespace khobao::kept {

/// The arguments by which `given` differs from `defaults`, the same table over other values: options
/// by their first names, in the table's order, each with its value in one argument, then "--" and
/// the words.
std::vector<std::string> retyped(const cli::CommandLine& given, const cli::CommandLine& defaults);

}  // namespace khobao::kept
