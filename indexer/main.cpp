#include <CLI/CLI.hpp>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <iostream>

#include "common/archive/xapian_guard.h"
#include "common/base/command_line.h"
#include "common/base/version.h"
#include "indexer/cli/commands.h"

using namespace khobao;

namespace {

int run(int argc, char** argv) {
  CLI::App app("Builds and keeps up an index of Vietnamese news articles.", "indexer");
  app.set_version_flag("--version", std::string("indexer ") + kVersion);
  app.require_subcommand(1);
  app.footer(
      "PATH is a folder, walked whole, or a file: text, HTML, Markdown or JSON Lines (also .gz and "
      ".zst); - is\n"
      "standard input.\n"
      "Exit status: 0 done, 1 done but some inputs were skipped, 2 usage, 3 index missing or "
      "damaged,\n"
      "4 input or output, 130, 143, 129 ended by SIGINT, SIGTERM, SIGHUP, 75 another run is "
      "writing the index.");

  indexer::Options options;
  options.db = default_database();
  int (*command)(const indexer::Options&, std::ostream&, std::ostream&) = nullptr;
  for (const indexer::Command& known : indexer::kCommands) {
    CLI::App* sub = app.add_subcommand(known.name, known.summary);
    known.add_options(*sub, options);
    sub->callback([&command, &known] { command = known.run; });
  }
  if (const int status = parse_command_line(app, argc, argv); status >= 0) return status;
  const int status = command(options, std::cout, std::cerr);
  std::cout.flush();
  if (!std::cout)
    return report_error("indexer", {ErrorCode::input, "cannot write to standard output", ""},
                        std::cerr);
  return status;
}

}  // namespace

// Xapian can meet a failed write in a destructor of its own, below any guard; then the run ends
// here. The live generation is as it was, and the next run removes what this one leaves.
[[noreturn]] void end_run() {
  const int number = errno;
  int status = exit_status(ErrorCode::input);
  try {
    if (std::current_exception()) throw;
    status = report_error("indexer",
                          {ErrorCode::input,
                           std::string("cannot write the index: ") + std::strerror(number) +
                               "; the archive is as it was",
                           ""},
                          std::cerr);
  } catch (const Xapian::Error& thrown) {
    const char* const reason = thrown.get_error_string();
    status =
        report_error("indexer",
                     {ErrorCode::input,
                      "cannot write the index: " + thrown.get_msg() +
                          (reason ? ": " + std::string(reason) : "") + "; the archive is as it was",
                      ""},
                     std::cerr);
  } catch (...) {
    status = report_error("indexer", archive::thrown_error("go on", ""), std::cerr);
  }
  std::_Exit(status);
}

int main(int argc, char** argv) {
  std::set_terminate(end_run);
  try {
    return run(argc, argv);
  } catch (...) {
    return report_error("indexer", archive::thrown_error("go on", ""), std::cerr);
  }
}
