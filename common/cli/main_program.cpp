#include "common/cli/main_program.h"

#include <ostream>

#include "common/text/letters/printable.h"

namespace khobao::cli {

int run_program(const std::string& program, int argc, char** argv, const Environment& environment,
                StandardOutput& output, const Body& body, Thrown thrown) {
  try {
    auto status = body(std::vector<std::string>(argv + 1, argv + argc), environment);
    const auto unwritten = output.finish();
    if (status && unwritten)
      status = Error{ErrorCode::input, "cannot write to standard output: " + *unwritten, ""};
    return status ? *status : report_error(program, status.error(), environment.err);
  } catch (...) {
    return report_error(program, thrown(), environment.err);
  }
}

int report_error(const std::string& program, const Error& error, std::ostream& err) {
  // Messages name files and ids, which may hold any bytes; only those of queries and usage are laid
  // out in lines.
  const bool lines = error.code == ErrorCode::query || error.code == ErrorCode::usage;
  err << program << ": error: "
      << (lines ? text::printable_lines(error.message) : text::printable(error.message)) << '\n';
  if (!error.hint.empty()) err << "hint: " << text::printable(error.hint) << '\n';
  return exit_status(error.code);
}

}  // namespace khobao::cli
