#pragma once
/// The indexer's commands: name, summary and what runs.
#include <array>

#include "indexer/cli/inspect_command.h"
#include "indexer/cli/recover_command.h"
#include "indexer/cli/status_command.h"
#include "indexer/cli/update_command.h"
#include "indexer/cli/verify_command.h"

namespace khobao::indexer {

struct Command {
  const char* name;
  const char* summary;
  /// Returns the exit status.
  Result<int> (*run)(const Options&, const cli::Environment&);
};

inline constexpr std::array kCommands = {
    Command{"update",
            "create the index or bring it up to date with PATHs, or with all remembered folders",
            run_update},
    Command{"rebuild", "build the index afresh beside the live one and swap it in", run_rebuild},
    Command{"status", "say what the index holds", run_status},
    Command{"verify", "check the index; exit 3 and the way out where it is damaged", run_verify},
    Command{"recover", "show which generations are whole, and make the newest of them live again",
            run_recover},
    Command{"inspect", "show how articles are understood, without indexing them", run_inspect},
};

}  // namespace khobao::indexer
