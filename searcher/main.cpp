#include <CLI/CLI.hpp>
#include <csignal>
#include <exception>
#include <iostream>

#include "common/base/command_line.h"
#include "common/base/version.h"
#include "searcher/cli/answers.h"
#include "searcher/cli/options.h"

using namespace khobao;

namespace {

int run(int argc, char** argv) {
  CLI::App app("Searches an index of Vietnamese news articles.", "searcher");
  app.set_version_flag("--version", std::string("searcher ") + kVersion);
  app.footer(
      searcher::query_help() +
      "Examples:\n"
      "  searcher đại hội đảng bộ --from 2020 --to 2020-07\n"
      "  searcher '\"hội nghị trực tuyến\" -covid' --facets date\n"
      "  searcher --sort newest --format json -- lúa gạo -xuất\n"
      "Exit status: 0 with a match, 1 without, 2 usage or query, 3 index missing or damaged, 4 "
      "input or output.");
  searcher::Options options;
  options.db = default_database();
  searcher::add_options(app, options);
  if (const int status = parse_command_line(app, argc, argv); status >= 0) return status;
  auto status = searcher::answer(options, std::cout, std::cerr);
  std::cout.flush();
  if (status && !std::cout) status = Error{ErrorCode::input, "cannot write to standard output", ""};
  return status ? *status : report_error("searcher", status.error(), std::cerr);
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  std::signal(SIGPIPE, SIG_DFL);  // a reader that has seen enough ends us quietly
  try {
    return run(argc, argv);
  } catch (const std::exception& thrown) {
    return report_error(
        "searcher", {ErrorCode::internal, thrown.what(), "please report this as a bug"}, std::cerr);
  }
}
