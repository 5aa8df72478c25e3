#include "indexer/cli/inspect_command.h"

#include <mutex>
#include <ostream>

#include "common/archive/generations/generation.h"
#include "common/language/say.h"
#include "common/text/letters/printable.h"
#include "indexer/cli/inspect.h"
#include "indexer/cli/reading_request.h"
#include "indexer/cli/report/lessons_report.h"
#include "indexer/cli/report/print_skipped.h"
#include "indexer/commit/live_archive.h"
#include "indexer/input/roots.h"
#include "indexer/recognise/corrections.h"
#include "indexer/recognise/naming.h"

namespace khobao::indexer {

namespace {

// What an archive knows of its inputs; nothing where there is none.
struct ArchiveSettings {
  input::Roots roots;
  recognise::Corrections corrections;
  std::vector<names::UserName> names;
};

Result<ArchiveSettings> settings_of(const std::string& db) {
  ArchiveSettings settings;
  if (db.empty()) return settings;
  if (const auto live = archive::live_generation(db); !live) return live.error();
  const auto kept = commit::kept_settings(db);
  if (!kept) return kept.error();
  auto roots = input::Roots::load(db, kept->roots);
  if (!roots) return roots.error();
  auto corrections = recognise::Corrections::load(db, kept->corrections);
  if (!corrections) return corrections.error();
  auto names = recognise::kept_names(db, kept->names);
  if (!names) return names.error();
  settings.roots = std::move(*roots);
  settings.corrections = std::move(*corrections);
  settings.names = std::move(names->names);
  return settings;
}

}  // namespace

Result<int> run_inspect(const Options& options, const cli::Environment& environment) {
  if (!options.inspected.empty() && options.paths.empty()) {
    auto reported = report_lessons(options.inspected, options.format == "jsonl", environment.out,
                                   environment.page_language());
    if (!reported) return reported.error();
    return kExitDone;
  }
  if (options.paths.empty()) {
    return Error{ErrorCode::usage, say("PATH is required: what to read"),
                 say("name a file or folder, or show an archive's lessons with --db")};
  }
  auto request = read_request(options);
  if (!request) return request.error();
  if (request->pipeline.threads == 0)
    request->pipeline.threads = 1;  // keeps the order of the input
  auto archive = settings_of(options.inspected);
  if (!archive) return archive.error();
  auto [roots, corrections, own_names] = std::move(*archive);
  if (options.names) {
    auto names = recognise::read_names_file(*options.names);
    if (!names) return names.error();
    own_names = std::move(*names);
  }
  request->pipeline.names = std::move(own_names);
  const InspectFormat format =
      options.format == "jsonl" ? InspectFormat::jsonl : InspectFormat::text;
  if (!options.corrections.empty()) {
    if (auto taken = corrections.merge_file(options.corrections); !taken) return taken.error();
  }
  request->pipeline.corrections = &corrections;
  pipeline::Progress progress;
  std::mutex mutex;
  const auto report =
      pipeline::read_articles(request->targets, roots, request->pipeline, progress,
                              [&](unsigned, pipeline::ReadArticle&& article) -> Result<void> {
                                const std::lock_guard lock(mutex);
                                write_inspection(article.article, format, environment.out,
                                                 environment.page_language());
                                return {};
                              });
  if (!report) return report.error();
  print_skipped(report->skipped, report->skipped_unnamed, environment);
  return report->skipped.empty() ? kExitDone : kExitSkipped;
}

}  // namespace khobao::indexer
