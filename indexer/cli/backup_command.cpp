#include "indexer/cli/backup_command.h"

#include <iomanip>
#include <ostream>

#include "common/archive/disk/files.h"
#include "common/text/letters/printable.h"
#include "indexer/backup/copied_archive.h"

namespace khobao::indexer {
namespace {

void print_copied(const backup::CopyReport& report, const std::string& to, std::ostream& out) {
  out << report.generation << ", " << report.articles
      << (report.articles == 1 ? " article, " : " articles, ");
  if (report.files == 0) {
    out << "is in '" << text::printable(to) << "' already\n";
    return;
  }
  out << "is in '" << text::printable(to) << "': " << report.linked
      << (report.linked == 1 ? " file" : " files") << " shared, " << std::fixed
      << std::setprecision(1) << static_cast<double>(report.bytes_written) / 1e6 << " MB written\n";
}

Result<const std::string*> one_folder(const Options& options, const std::string& command) {
  if (options.paths.size() == 1) return &options.paths.front();
  return Error{ErrorCode::usage, "'indexer " + command + "' takes one folder",
               "as in: indexer " + command + " /srv/backup/archive"};
}

}  // namespace

Result<int> run_backup(const Options& options, const cli::Environment& environment) {
  const auto to = one_folder(options, "backup");
  if (!to) return to.error();
  const auto copied = backup::copy_archive(options.db, **to, false);
  if (!copied) return copied.error();
  if (!options.quiet) print_copied(*copied, **to, environment.out);
  return kExitDone;
}

Result<int> run_restore(const Options& options, const cli::Environment& environment) {
  const auto from = one_folder(options, "restore");
  if (!from) return from.error();
  const auto there = archive::path_exists(options.db + "/current");
  if (!there) return there.error();
  if (*there) {
    return Error{ErrorCode::input, "cannot restore to '" + options.db + "': it holds an archive",
                 "move it away, as with: mv " + options.db + " " + options.db + ".old"};
  }
  const auto copied = backup::copy_archive(**from, options.db, true);
  if (!copied) return copied.error();
  if (!options.quiet) print_copied(*copied, options.db, environment.out);
  return kExitDone;
}

}  // namespace khobao::indexer
