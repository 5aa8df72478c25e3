#include "common/cli/main_program.h"

#include <ostream>

#include "common/language/say.h"
#include "common/text/letters/printable.h"

namespace khobao::cli {

int run_program(const std::string& program, const std::vector<std::string>& arguments,
                const Environment& environment, StandardOutput& output, const Body& body,
                Thrown thrown) {
  const auto report = [&](const Error& error) {
    return report_error(program, error, environment.err, environment.language);
  };
  try {
    auto status = body(arguments, environment);
    const auto unwritten = output.finish();
    if (status && unwritten)
      status = Error{ErrorCode::input, say("cannot write to standard output: {}", translated(*unwritten)), ""};
    return status ? *status : report(status.error());
  } catch (...) {
    return report(thrown());
  }
}

int report_error(const std::string& program, const Error& error, std::ostream& err,
                 Language language) {
  // Messages name files and ids, which may hold any bytes; only those of queries and usage are laid
  // out in lines.
  const bool lines = error.code == ErrorCode::query || error.code == ErrorCode::usage;
  const std::string& message = error.message.in(language);
  err << program << ": " << say("error").in(language) << ": "
      << (lines ? text::printable_lines(message) : text::printable(message)) << '\n';
  if (!error.hint.empty())
    err << say("hint").in(language) << ": " << text::printable(error.hint.in(language)) << '\n';
  return exit_status(error.code);
}

}  // namespace khobao::cli
