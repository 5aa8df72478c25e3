#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <iostream>
#include <new>
#include <sstream>

#include "common/archive/disk/mapped_file.h"
#include "common/archive/xapian_guard.h"
#include "common/cli/cut_file.h"
#include "common/cli/main_program.h"
#include "common/cli/parse.h"
#include "common/cli/process.h"
#include "common/cli/settings/language.h"
#include "common/cli/stop_signal.h"
#include "common/language/say.h"
#include "indexer/cli/commands.h"
#include "indexer/publish/database_writing.h"

using namespace khobao;

namespace {

Result<int> run(const std::vector<std::string>& arguments, const cli::Environment& environment) {
  indexer::Options options;
  options.db = cli::default_database(environment);
  const auto parsed = cli::parse(indexer::command_line(options), arguments, &environment);
  if (!parsed) return parsed.error();
  environment.out << parsed->print;
  for (const indexer::Command& command : indexer::kCommands) {
    if (command.name == parsed->command) return command.run(options, environment);
  }
  return kExitDone;
}

Language spoken = Language::english;
// The last words where there may be no memory for others, made before they are wanted.
std::string without_memory;

void prepare_last_words(Language language) {
  spoken = language;
  std::ostringstream words;
  const Error error{ErrorCode::input,
                    say("cannot finish the run: out of memory; the archive is as it was"),
                    say("give the run more memory, or fewer --threads")};
  (void)cli::report_error("indexer", error, words, language);
  without_memory = words.str();
}

[[noreturn]] void end_without_memory() {
  [[maybe_unused]] const ssize_t written =
      ::write(STDERR_FILENO, without_memory.data(), without_memory.size());
  std::_Exit(exit_status(ErrorCode::input));
}

// Xapian can meet a failed write in a destructor of its own, below any guard; then the run ends
// here. The live generation is as it was, and the next run removes what this one leaves.
[[noreturn]] void end_run() {
  const int number = errno;
  std::set_terminate(end_without_memory);  // a second failure, while this one is told
  int status = exit_status(ErrorCode::input);
  const auto tell = [&](const Message& reason) {
    const std::string& path = publish::database_in_hand();
    status = cli::report_error(
        "indexer",
        {ErrorCode::input,
         path.empty() ? say("cannot write the index: {}; the archive is as it was", reason)
                      : say("cannot write '{}': {}; the archive is as it was", path, reason),
         ""},
        std::cerr, spoken);
  };
  try {
    if (std::current_exception()) throw;
    tell(system_reason(number));
  } catch (const std::bad_alloc&) {
    end_without_memory();
  } catch (const Xapian::Error& thrown) {
    // Where a write failed and Xapian went on to trip over what it left, the reason is the write's.
    const char* const told = thrown.get_error_string();
    const Message what = retold(thrown.get_msg());
    if (told || number != 0) {
      tell(what + ": " + (told ? translated(told) : system_reason(number)));
    } else {
      tell(what);
    }
  } catch (...) {
    status = cli::report_error("indexer", archive::thrown_error(say("finish the run"), ""),
                               std::cerr, spoken);
  }
  std::_Exit(status);
}

const char* mapped_at(const void* address, size_t& offset) {
  const archive::MappedPlace place = archive::mapped_place(address);
  offset = place.offset;
  return place.path;
}

}  // namespace

int main(int argc, char** argv) {
  cli::hold_closed_streams();
  cli::StandardOutput output;
  cli::Environment environment = cli::process_environment(output);
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  environment.language = cli::language_wanted("indexer", arguments, environment);
  prepare_last_words(environment.language);
  cli::end_at_signals("indexer", environment.language);
  cli::end_at_cut_files("indexer", mapped_at, environment.language);
  std::set_terminate(end_run);
  return cli::run_program("indexer", arguments, environment, output, run,
                          [] { return archive::thrown_error(say("finish the run"), ""); });
}
