#include "indexer/cli/update_command.h"

#include <chrono>
#include <cmath>
#include <ctime>
#include <ostream>
#include <string>
#include <utility>

#include "common/base/utc_time.h"
#include "common/cli/main_program.h"
#include "common/cli/stop_signal.h"
#include "common/language/say.h"
#include "common/text/letters/printable.h"
#include "indexer/build.h"
#include "indexer/cli/reading_request.h"
#include "indexer/cli/report/known_skips.h"
#include "indexer/cli/report/print_skipped.h"
#include "indexer/cli/report/progress_line.h"
#include "indexer/cli/report/run_history.h"
#include "indexer/cli/report/update_summary.h"
#include "indexer/cli/resembling_names.h"

namespace khobao::indexer {
namespace {

using Clock = std::chrono::steady_clock;

// Corrections of articles that are not there are kept: the article may come later.
Message unknown_text(const std::vector<std::string>& ids) {
  constexpr size_t kShown = 3;
  std::string list;
  for (size_t i = 0; i < ids.size() && i < kShown; ++i)
    list += (i > 0 ? ", '" : "'") + text::printable(ids[i]) + "'";
  if (ids.size() > kShown) list += ", …";
  return say_count(
      ids.size(),
      "corrections of {} article that the archive does not hold, kept for when it does: {}",
      "corrections of {} articles that the archive does not hold, kept for when it does: {}", list);
}

// Where most of many articles have no date, what gives them one.
void print_advice(const BuildReport& report, const Options& options,
                  const cli::Environment& environment) {
  constexpr uint64_t kFewestArticles = 20;
  const bool nothing_new = report.changes.added + report.changes.changed == 0;
  if (options.dry_run || nothing_new || !options.received.empty() ||
      report.articles < kFewestArticles || report.undated * 2 <= report.articles)
    return;
  environment.out << say("hint: most articles are undated; where their texts name days without a "
                         "year, '--received YYYY-MM-DD',\n      the day when the files came, gives "
                         "them one\n")
                         .in(environment.page_language());
}

Result<int> build(BuildMode mode, const Options& options, const cli::Environment& environment) {
  const cli::StopSignal stop;
  const auto request = read_request(options);
  if (!request) return request.error();
  // Standard input can be read once, and the run itself does.
  if (!options.corrections.empty() && options.corrections != "-") {
    auto checked = check_new_organisations(options.db, options.corrections, options.names);
    if (!checked) return checked.error();
  }
  BuildRequest build{.mode = mode,
                     .targets = request->targets,
                     .pipeline = request->pipeline,
                     .add_only = options.add,
                     .allow_deletions = options.allow_deletions,
                     .dry_run = options.dry_run,
                     .refresh_statistics = options.refresh_statistics,
                     .reread = options.reread};
  build.pipeline.stop = &stop.number();
  for (const auto& [both, name] :
       {std::pair{options.keep_versions && options.no_keep_versions, "keep-versions"},
        {options.follow && options.no_follow, "follow"}}) {
    if (both) {
      return Error{ErrorCode::usage,
                   say("{} and {} exclude each other", std::string("--") + name,
                       std::string("--no-") + name),
                   say("leave one of them out")};
    }
  }
  if (options.follow || options.no_follow) build.follow = options.follow;
  if (options.keep_versions || options.no_keep_versions)
    build.keep_versions = options.keep_versions;
  build.today = vietnamese_day(std::time(nullptr));
  const auto start = Clock::now();
  if (options.max_seconds > 0)
    build.pipeline.until = start + std::chrono::seconds(options.max_seconds);
  pipeline::Progress progress;
  auto report = [&] {
    const ProgressLine line(progress, environment.err,
                            !options.quiet && environment.err_is_terminal, environment.language);
    return build_archive(options.db, build, progress);
  }();
  // What failed then failed for that.
  if (const auto going_on = pipeline::unless_stopped(build.pipeline); !report && !going_on) {
    cli::report_error("indexer", going_on.error(), environment.err, environment.language);
    return 128 + stop.number();
  }
  if (!report) return report.error();
  const auto known = known_skips(options.db);
  const auto fresh = new_skips(report->skipped, known);
  const auto tell = [&](const Message& text) {
    environment.err << "indexer: " << text.in(environment.language) << '\n';
  };
  print_skipped(fresh, report->skipped_unnamed, environment);
  if (!options.dry_run) remember_skips(options.db, request->targets, report->skipped, known);
  if (!report->corrected_unknown.empty()) tell(unknown_text(report->corrected_unknown));
  for (const auto& [id, place] : report->lost)
    tell(say("lost '{}' from '{}'", text::printable(id), text::printable(place)));
  for (const Message& note : report->notes)
    tell(Message(text::printable(note), text::printable(note.in(Language::vietnamese))));
  const double seconds = std::chrono::duration<double>(Clock::now() - start).count();
  if (report->waiting > 0) {
    tell(say_count(
        report->waiting,
        "{} input waits for the next update: the time that --max-seconds allows was over",
        "{} inputs wait for the next update: the time that --max-seconds allows was over"));
  }
  if (!options.dry_run) {
    const change::ChangeSet& changes = report->changes;
    remember_run(options.db, {.ended = utc_text(std::time(nullptr)),
                              .command = mode == BuildMode::update ? "update" : "rebuild",
                              .added = changes.added,
                              .changed = changes.changed,
                              .moved = changes.moved,
                              .deleted = changes.deleted,
                              .skipped = report->skipped.size() + report->skipped_unnamed,
                              .articles = report->articles,
                              .seconds = std::round(seconds * 1000) / 1000});
  }
  if (options.format == "json") {
    print_summary_json(*report, options.dry_run, seconds, environment.out);
  } else if (!options.quiet) {
    environment.out << summary_text(*report, report->skipped.size() - fresh.size(), options.dry_run,
                                    seconds)
                           .in(environment.page_language());
    print_advice(*report, options, environment);
  }
  const bool all_read = report->skipped.empty() && report->lost.empty() && report->waiting == 0;
  return all_read ? kExitDone : kExitSkipped;
}

}  // namespace

Result<int> run_update(const Options& options, const cli::Environment& environment) {
  return build(BuildMode::update, options, environment);
}

Result<int> run_rebuild(const Options& options, const cli::Environment& environment) {
  return build(BuildMode::rebuild, options, environment);
}

}  // namespace khobao::indexer
