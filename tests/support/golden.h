#pragma once
/// Golden files: inputs and what the program makes of them, reviewed as a diff.
///
///   # comment
///   input, one line
///   ----
///   output, any number of lines without a blank one
#include <functional>
#include <string>

namespace khobao::test {

/// Compares produce(input) with the output of every entry of tests/golden/`name`. With
/// KHOBAO_UPDATE_GOLDEN=1 in the environment the outputs are written again instead.
void check_golden(const std::string& name,
                  const std::function<std::string(const std::string& input)>& produce);

}  // namespace khobao::test
