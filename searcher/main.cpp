#include <csignal>
#include <iostream>

#include "common/archive/xapian_guard.h"
#include "common/cli/main_program.h"
#include "common/cli/parse.h"
#include "common/cli/process.h"
#include "searcher/cli/answers.h"

using namespace khobao;

namespace {

Result<int> run(const std::vector<std::string>& arguments, const cli::Environment& environment) {
  searcher::Options options;
  options.db = cli::default_database(environment);
  const auto parsed = cli::parse(searcher::command_line(options), arguments);
  if (!parsed) return parsed.error();
  if (!parsed->print.empty()) {
    environment.out << parsed->print;
    return kExitDone;
  }
  for (const std::string& note : parsed->notes) environment.err << "searcher: " << note << '\n';
  return searcher::answer(options, arguments, environment);
}

}  // namespace

int main(int argc, char** argv) {
  cli::hold_closed_streams();
  std::ios::sync_with_stdio(false);
  std::signal(SIGPIPE, SIG_DFL);  // a reader that has seen enough ends us quietly
  cli::StandardOutput output;
  const cli::Environment environment = cli::process_environment(output);
  return cli::run_program("searcher", argc, argv, environment, output, run,
                          [] { return archive::thrown_error("go on", ""); });
}
