#include "indexer/cli/recover_command.h"

#include <ostream>

#include "common/archive/damage.h"
#include "common/archive/disk/files.h"
#include "common/language/figures.h"
#include "common/language/say.h"
#include "common/text/letters/printable.h"
#include "indexer/commit/recovery.h"
#include "indexer/commit/writer_lock.h"

namespace khobao::indexer {
namespace {

Message found_text(const commit::Recovery& recovery) {
  Message text;
  if (!recovery.pointer_damage.empty()) text += recovery.pointer_damage + "\n";
  for (const commit::FoundGeneration& found : recovery.generations) {
    text += found.name + "  ";
    if (!found.created.empty()) {
      text += say("written {}, {}", date_shown(found.created),
                  articles_shown(found.articles)) +
              ", ";
    }
    text += found.damage.empty()  ? say("whole")
            : found.other_version ? say("another version's: {}", found.damage)
                                  : say("damaged: {}", found.damage);
    if (found.live) text += say(", live");
    text += "\n";
  }
  return text;
}

Result<commit::Recovery> recover(const Options& options) {
  const auto folder = archive::is_folder(options.db);
  if (!folder) return folder.error();
  if (!*folder) {
    return Error{ErrorCode::index_missing, say("cannot open index '{}': no such folder", options.db),
                 say("build one with 'indexer update --db {} PATH'", options.db)};
  }
  const auto lock = commit::WriterLock::take(options.db);
  if (!lock) return lock.error();
  return commit::recover(options.db, options.generation, options.dry_run);
}

}  // namespace

Result<int> run_recover(const Options& options, const cli::Environment& environment) {
  const auto recovery = recover(options);
  if (!recovery) return recovery.error();
  const auto tell = [&](const Message& text) {
    environment.out << text::printable_lines(text.in(environment.page_language()));
  };
  tell(found_text(*recovery));
  if (!recovery->made_live.empty()) {
    tell(say("'{}' is live\n", recovery->made_live));
    return kExitDone;
  }
  bool any_whole = false, live_whole = false, other_version = false;
  for (const commit::FoundGeneration& found : recovery->generations) {
    any_whole = any_whole || found.damage.empty();
    other_version = other_version || found.other_version;
    live_whole = live_whole || (found.damage.empty() && found.live);
  }
  if (live_whole) tell(say("the live generation is whole: nothing to do\n"));
  if (any_whole) return kExitDone;
  if (other_version) {
    return Error{
        ErrorCode::index_incompatible,
        say("index '{}' was written by another version, which alone can read it: nothing was changed", options.db),
        archive::rebuild_hint(options.db)};
  }
  return Error{ErrorCode::index_corrupt,
               say("no generation in '{}' is whole: nothing was changed", options.db),
               say("rename the folder and {}", archive::rebuild_hint(options.db))};
}

}  // namespace khobao::indexer
