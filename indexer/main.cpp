#include <CLI/CLI.hpp>
#include <exception>
#include <iostream>

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
      "4 input or output, 75 another run is writing the index.");

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

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& thrown) {
    return report_error(
        "indexer", {ErrorCode::internal, thrown.what(), "please report this as a bug"}, std::cerr);
  }
}
