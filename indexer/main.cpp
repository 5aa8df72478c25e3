#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <iostream>
#include <new>

#include "common/archive/disk/mapped_file.h"
#include "common/archive/xapian_guard.h"
#include "common/cli/cut_file.h"
#include "common/cli/main_program.h"
#include "common/cli/parse.h"
#include "common/cli/process.h"
#include "common/cli/stop_signal.h"
#include "indexer/cli/commands.h"
#include "indexer/write/segments.h"

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

// The last words where there may be no memory for others.
[[noreturn]] void end_without_memory() {
  constexpr char kMessage[] =
      "indexer: error: cannot finish the run: out of memory; the archive is as it was\n"
      "hint: give the run more memory, or fewer --threads\n";
  [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, kMessage, sizeof kMessage - 1);
  std::_Exit(exit_status(ErrorCode::input));
}

// Xapian can meet a failed write in a destructor of its own, below any guard; then the run ends
// here. The live generation is as it was, and the next run removes what this one leaves.
[[noreturn]] void end_run() {
  const int number = errno;
  std::set_terminate(end_without_memory);  // a second failure, while this one is told
  int status = exit_status(ErrorCode::input);
  const auto tell = [&](const std::string& why) {
    const std::string& path = write::database_in_hand();
    const std::string what = path.empty() ? "the index" : "'" + path + "'";
    status = cli::report_error(
        "indexer",
        {ErrorCode::input, "cannot write " + what + ": " + why + "; the archive is as it was", ""},
        std::cerr);
  };
  try {
    if (std::current_exception()) throw;
    tell(std::strerror(number));
  } catch (const std::bad_alloc&) {
    end_without_memory();
  } catch (const Xapian::Error& thrown) {
    // Where a write failed and Xapian went on to trip over what it left, the reason is the write's.
    const char* const told = thrown.get_error_string();
    const std::string reason = told ? told : number != 0 ? std::strerror(number) : "";
    tell(thrown.get_msg() + (reason.empty() ? "" : ": " + reason));
  } catch (...) {
    status = cli::report_error("indexer", archive::thrown_error("finish the run", ""), std::cerr);
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
  cli::end_at_signals("indexer");
  cli::end_at_cut_files("indexer", mapped_at);
  std::set_terminate(end_run);
  cli::StandardOutput output;
  const cli::Environment environment = cli::process_environment(output);
  return cli::run_program("indexer", argc, argv, environment, output, run,
                          [] { return archive::thrown_error("finish the run", ""); });
}
