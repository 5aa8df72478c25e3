#include "indexer/cli/copies/backup_command.h"

#include <ostream>

#include "common/archive/disk/files.h"
#include "common/language/figures.h"
#include "common/language/say.h"
#include "common/text/letters/printable.h"
#include "indexer/backup/copied_archive.h"

namespace khobao::indexer {
namespace {

void print_copied(const backup::CopyReport& report, const std::string& to,
                  const cli::Environment& environment) {
  const Message articles = articles_shown(report.articles);
  const Message text =
      report.files == 0
          ? say("{}, {}, is in '{}' already", report.generation, articles, text::printable(to))
          : say("{}, {}, is in '{}': {} shared, {} MB written", report.generation, articles,
                text::printable(to), say_count(report.linked, "{} file", "{} files"),
                decimal_shown(static_cast<double>(report.bytes_written) / 1e6, 1));
  environment.out << text.in(environment.page_language()) << '\n';
}

Result<const std::string*> one_folder(const Options& options, const std::string& command) {
  if (options.paths.size() == 1) return &options.paths.front();
  return Error{ErrorCode::usage, say("'indexer {}' takes one folder", command),
               say("as in: {}", "indexer " + command + " /srv/backup/archive")};
}

}  // namespace

Result<int> run_backup(const Options& options, const cli::Environment& environment) {
  const auto to = one_folder(options, "backup");
  if (!to) return to.error();
  const auto copied = backup::copy_archive(options.db, **to, false);
  if (!copied) return copied.error();
  if (!options.quiet) print_copied(*copied, **to, environment);
  return kExitDone;
}

Result<int> run_restore(const Options& options, const cli::Environment& environment) {
  const auto from = one_folder(options, "restore");
  if (!from) return from.error();
  const auto there = archive::path_exists(options.db + "/current");
  if (!there) return there.error();
  if (*there) {
    return Error{ErrorCode::input, say("cannot restore to '{}': it holds an archive", options.db),
                 say("move it away, as with: mv {} {}.old", options.db, options.db)};
  }
  const auto copied = backup::copy_archive(**from, options.db, true);
  if (!copied) return copied.error();
  if (!options.quiet) print_copied(*copied, options.db, environment);
  return kExitDone;
}

}  // namespace khobao::indexer
