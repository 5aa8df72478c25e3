#include "indexer/cli/recover_command.h"

#include <ostream>

#include "common/archive/damage.h"
#include "common/archive/disk/files.h"
#include "common/text/letters/printable.h"
#include "indexer/commit/recovery.h"
#include "indexer/commit/writer_lock.h"

namespace khobao::indexer {
namespace {

void print_found(const commit::Recovery& recovery, std::ostream& out) {
  if (!recovery.pointer_damage.empty()) out << text::printable(recovery.pointer_damage) << '\n';
  for (const commit::FoundGeneration& found : recovery.generations) {
    out << found.name << "  ";
    if (!found.created.empty()) {
      out << "written " << text::printable(found.created) << ", " << found.articles
          << (found.articles == 1 ? " article, " : " articles, ");
    }
    const std::string kind = found.other_version ? "another version's: " : "damaged: ";
    out << (found.damage.empty() ? "whole" : kind + text::printable(found.damage))
        << (found.live ? ", live" : "") << '\n';
  }
}

Result<commit::Recovery> recover(const Options& options) {
  const auto folder = archive::is_folder(options.db);
  if (!folder) return folder.error();
  if (!*folder) {
    return Error{ErrorCode::index_missing, "cannot open index '" + options.db + "': no such folder",
                 "build one with 'indexer update --db " + options.db + " PATH'"};
  }
  const auto lock = commit::WriterLock::take(options.db);
  if (!lock) return lock.error();
  return commit::recover(options.db, options.generation, options.dry_run);
}

}  // namespace

Result<int> run_recover(const Options& options, const cli::Environment& environment) {
  const auto recovery = recover(options);
  if (!recovery) return recovery.error();
  print_found(*recovery, environment.out);
  if (!recovery->made_live.empty()) {
    environment.out << "'" << recovery->made_live << "' is live\n";
    return kExitDone;
  }
  bool any_whole = false, live_whole = false, other_version = false;
  for (const commit::FoundGeneration& found : recovery->generations) {
    any_whole = any_whole || found.damage.empty();
    other_version = other_version || found.other_version;
    live_whole = live_whole || (found.damage.empty() && found.live);
  }
  if (live_whole) environment.out << "the live generation is whole: nothing to do\n";
  if (any_whole) return kExitDone;
  if (other_version) {
    return Error{
        ErrorCode::index_incompatible,
        "index '" + options.db +
            "' was written by another version, which alone can read it: nothing was changed",
        archive::rebuild_hint(options.db)};
  }
  return Error{ErrorCode::index_corrupt,
               "no generation in '" + options.db + "' is whole: nothing was changed",
               "rename the folder and " + archive::rebuild_hint(options.db)};
}

}  // namespace khobao::indexer
