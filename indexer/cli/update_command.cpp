#include <unistd.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <iostream>

#include "common/base/command_line.h"
#include "common/text/letters/printable.h"
#include "indexer/build.h"
#include "indexer/cli/commands.h"
#include "indexer/cli/progress_line.h"
#include "indexer/cli/reading_request.h"
#include "indexer/cli/stop_signal.h"
#include "indexer/cli/update_summary.h"

namespace khobao::indexer {
namespace {

using Clock = std::chrono::steady_clock;

// Corrections of articles that are not there are kept: the article may come later.
void print_unknown(const std::vector<std::string>& ids, std::ostream& err) {
  constexpr size_t kShown = 3;
  if (ids.empty()) return;
  err << "indexer: corrections of " << ids.size() << (ids.size() == 1 ? " article" : " articles")
      << " that the archive does not hold, kept for when it does:";
  for (size_t i = 0; i < ids.size() && i < kShown; ++i)
    err << (i > 0 ? ", '" : " '") << text::printable(ids[i]) << "'";
  err << (ids.size() > kShown ? ", …\n" : "\n");
}

int build(BuildMode mode, const Options& options, std::ostream& out, std::ostream& err) {
  const auto request = read_request(options);
  if (!request) return report_error("indexer", request.error(), err);
  const StopSignal stop;
  BuildRequest build{.mode = mode,
                     .targets = request->targets,
                     .pipeline = request->pipeline,
                     .add_only = options.add,
                     .allow_deletions = options.allow_deletions,
                     .dry_run = options.dry_run,
                     .refresh_statistics = options.refresh_statistics,
                     .reread = options.reread};
  build.pipeline.stop = &stop.number();
  const auto start = Clock::now();
  pipeline::Progress progress;
  auto report = [&] {
    const ProgressLine line(progress, !options.quiet && isatty(STDERR_FILENO) != 0);
    return build_archive(options.db, build, progress);
  }();
  if (!report) {
    const int status = report_error("indexer", report.error(), err);
    return stop.number() != 0 ? 128 + stop.number() : status;
  }
  for (const input::Skipped& skipped : report->skipped) {
    err << "indexer: skipped '" << text::printable(skipped.path)
        << "': " << text::printable(skipped.reason) << '\n';
  }
  if (report->skipped_unnamed > 0)
    err << "indexer: skipped " << report->skipped_unnamed << " more inputs\n";
  print_unknown(report->corrected_unknown, err);
  for (const auto& [id, place] : report->lost) {
    err << "indexer: lost '" << text::printable(id) << "' from '" << text::printable(place)
        << "'\n";
  }
  for (const std::string& note : report->notes) err << "indexer: " << text::printable(note) << '\n';
  const double seconds = std::chrono::duration<double>(Clock::now() - start).count();
  if (options.format == "json") {
    print_summary_json(*report, options.dry_run, seconds, out);
  } else if (!options.quiet) {
    print_summary(*report, options.dry_run, seconds, out);
  }
  return report->skipped.empty() && report->lost.empty() ? kExitDone : kExitSkipped;
}

}  // namespace

void add_rebuild_options(CLI::App& app, Options& options) {
  app.add_option("--db", options.db, "the index folder")->capture_default_str();
  app.add_option("PATH", options.paths, "folders and files to read; - for standard input");
  app.add_option("--root", options.roots,
                 "NAME=PATH: read PATH, its articles' ids beginning with NAME");
  app.add_option("--memory", options.memory, "memory for unfinished parts of the index")
      ->capture_default_str();
  add_reading_options(app, options);
  app.add_option("--names", options.names,
                 "organisations of your own, kept for later runs; '' forgets them")
      ->each([&](const std::string&) { options.names_given = true; });
  app.add_option("--corrections", options.corrections,
                 "JSON Lines of id, field and value that stand instead of what is read; they are\n"
                 "remembered");
  app.add_option("--threads", options.threads, "0 for one a core")->capture_default_str();
  app.add_flag("--allow-deletions", options.allow_deletions,
               "also where a root is missing, empty, or loses more than a tenth of its articles");
  app.add_flag("-n,--dry-run", options.dry_run, "say what would change, and write nothing");
  app.add_option("--format", options.format, "of the summary: text or json")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  app.add_flag("-q,--quiet", options.quiet, "no progress and no summary");
}

void add_update_options(CLI::App& app, Options& options) {
  add_rebuild_options(app, options);
  app.add_flag("--add", options.add, "only add and change articles: nothing is deleted");
  app.add_flag("--reread", options.reread,
               "write the articles of damaged layers again from PATHs, or from all remembered\n"
               "folders, and name those that are lost");
  app.add_flag("--refresh-statistics", options.refresh_statistics,
               "count words anew without deleted articles, so that scores equal a rebuild's");
}

int run_update(const Options& options, std::ostream& out, std::ostream& err) {
  return build(BuildMode::update, options, out, err);
}

int run_rebuild(const Options& options, std::ostream& out, std::ostream& err) {
  return build(BuildMode::rebuild, options, out, err);
}

}  // namespace khobao::indexer
