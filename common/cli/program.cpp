#include "common/cli/program.h"

#include <ostream>

namespace khobao::cli {
namespace {

// `message` without what a terminal would obey. Messages name files and ids, which may hold any
// bytes; only those of queries and usage are laid out in lines.
std::string printable_message(const Error& error) {
  const bool lines = error.code == ErrorCode::query || error.code == ErrorCode::usage;
  std::string out;
  for (size_t i = 0; i < error.message.size(); ++i) {
    const auto byte = static_cast<unsigned char>(error.message[i]);
    const auto next =
        static_cast<unsigned char>(i + 1 < error.message.size() ? error.message[i + 1] : '\0');
    const bool c1 = byte == 0xC2 && next >= 0x80 && next < 0xA0;
    const bool kept_line = byte == '\n' && lines;
    if (c1) ++i;
    out += c1 || (byte < 0x20 && !kept_line) || byte == 0x7F ? '?' : static_cast<char>(byte);
  }
  return out;
}

}  // namespace

int run_program(const std::string& program, int argc, char** argv, const Environment& environment,
                const Body& body, Thrown thrown) {
  try {
    auto status = body(std::vector<std::string>(argv + 1, argv + argc), environment);
    environment.out.flush();
    if (status && !environment.out)
      status = Error{ErrorCode::input, "cannot write to standard output", ""};
    return status ? *status : report_error(program, status.error(), environment.err);
  } catch (...) {
    return report_error(program, thrown(), environment.err);
  }
}

int report_error(const std::string& program, const Error& error, std::ostream& err) {
  err << program << ": error: " << printable_message(error) << '\n';
  if (!error.hint.empty()) err << "hint: " << error.hint << '\n';
  return exit_status(error.code);
}

}  // namespace khobao::cli
