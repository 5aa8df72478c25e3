#pragma once
/// The frame of both programs: arguments in, exit status out.
#include <functional>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "common/cli/environment.h"
#include "common/cli/standard_streams.h"

namespace khobao::cli {

/// Returns the exit status, or why the program failed.
using Body = std::function<Result<int>(const std::vector<std::string>& arguments,
                                       const Environment& environment)>;

/// What the exception that is being handled means; called in a catch block.
using Thrown = Error (*)();

/// Runs `body` with the arguments. Errors are printed; so is what `thrown` makes of an
/// exception, and why output could not be written. `output`: what `environment.out` writes to.
int run_program(const std::string& program, const std::vector<std::string>& arguments,
                const Environment& environment, StandardOutput& output, const Body& body,
                Thrown thrown);

/// Prints "PROGRAM: error: …" and, where there is one, "hint: …"; returns the exit status.
int report_error(const std::string& program, const Error& error, std::ostream& err,
                 Language language);

}  // namespace khobao::cli
