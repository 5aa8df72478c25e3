#include "indexer/cli/copies/export_command.h"

#include <ostream>

#include "common/language/say.h"
#include "common/text/letters/printable.h"
#include "indexer/commit/live_archive.h"
#include "indexer/export/archive_export.h"

namespace khobao::indexer {

Result<int> run_export(const Options& options, const cli::Environment& environment) {
  if (options.paths.size() != 1) {
    return Error{ErrorCode::usage,
                 say("'indexer export' takes one folder, or - for standard output"),
                 say("as in: {}", "indexer export ~/articles-of-the-archive")};
  }
  const std::string& to = options.paths.front();
  const auto report = to == "-" ? exporting::export_lines(options.db, environment.out)
                                : exporting::export_archive(options.db, to);
  if (!report) return report.error();
  if (to != "-") {
    environment.out << say_count(report->articles, "{} article of {} written to '{}'",
                                 "{} articles of {} written to '{}'", report->generation,
                                 text::printable(to))
                           .in(environment.page_language())
                    << '\n';
  }
  const auto kept = commit::kept_settings(options.db);
  if (kept && !kept->keep.empty()) {
    environment.err << "indexer: "
                    << say("the archive keeps versions; one that is made of the export does with "
                           "'indexer update --keep-versions'")
                           .in(environment.language)
                    << '\n';
  }
  return kExitDone;
}

}  // namespace khobao::indexer
