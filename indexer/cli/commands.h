#pragma once
/// The indexer's commands: name, summary and what runs.
#include <array>

#include "common/language/say.h"
#include "indexer/cli/copies/backup_command.h"
#include "indexer/cli/copies/export_command.h"
#include "indexer/cli/copies/publish_command.h"
#include "indexer/cli/hide_command.h"
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
    Command{"update", to_translate("create the index or bring it up to date"), run_update},
    Command{"rebuild", to_translate("build the index afresh and swap it in"), run_rebuild},
    Command{"status", to_translate("say what the index holds"), run_status},
    Command{"verify", to_translate("check the index or a publication for damage"), run_verify},
    Command{"recover", to_translate("make the newest whole generation live again"), run_recover},
    Command{"backup", to_translate("copy the archive to a folder while it is in use"), run_backup},
    Command{"restore", to_translate("check a backup and make the archive of it"), run_restore},
    Command{"export", to_translate("write the articles out, for other programs"), run_export},
    Command{"publish", to_translate("make Xapian databases of it, for its servers"), run_publish},
    Command{"hide", to_translate("take articles out of every answer, by order"), run_hide},
    Command{"unhide", to_translate("bring them back"), run_unhide},
    Command{"inspect", to_translate("show how articles are understood"), run_inspect},
};

}  // namespace khobao::indexer
