#include <csignal>
#include <iostream>

#include "common/archive/disk/mapped_file.h"
#include "common/archive/xapian_guard.h"
#include "common/cli/cut_file.h"
#include "common/cli/main_program.h"
#include "common/cli/parse.h"
#include "common/cli/process.h"
#include "common/cli/settings/language.h"
#include "common/cli/stop_signal.h"
#include "common/language/say.h"
#include "searcher/cli/answers.h"

using namespace khobao;

namespace {

Result<int> run(const std::vector<std::string>& arguments, const cli::Environment& environment) {
  searcher::Options options;
  options.db = {cli::default_database(environment)};
  const auto parsed = cli::parse(searcher::command_line(options), arguments, &environment);
  if (!parsed) return parsed.error();
  if (!parsed->print.empty()) {
    environment.out << parsed->print;
    return kExitDone;
  }
  options.limit_given = parsed->was_given("--limit");
  for (const Message& note : parsed->notes)
    environment.err << "searcher: " << note.in(environment.language) << '\n';
  return searcher::answer(options, arguments, environment);
}

const char* mapped_at(const void* address, size_t& offset) {
  const archive::MappedPlace place = archive::mapped_place(address);
  offset = place.offset;
  return place.path;
}

}  // namespace

int main(int argc, char** argv) {
  cli::hold_closed_streams();
  std::ios::sync_with_stdio(false);
  std::signal(SIGPIPE, SIG_DFL);  // a reader that has seen enough ends us quietly
  cli::StandardOutput output;
  cli::Environment environment = cli::process_environment(output);
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  environment.language = cli::language_wanted("searcher", arguments, environment);
  environment.document_language = cli::language_chosen("searcher", arguments, environment)
                                      .value_or(environment.document_language);
  cli::end_at_signals("searcher", environment.language);
  cli::end_at_cut_files("searcher", mapped_at, environment.language);
  return cli::run_program("searcher", arguments, environment, output, run,
                          [] { return archive::thrown_error(say("go on"), ""); });
}
