#include "indexer/cli/inspect_command.h"

#include <mutex>
#include <ostream>

#include "common/text/letters/printable.h"
#include "indexer/cli/inspect.h"
#include "indexer/cli/reading_request.h"
#include "indexer/cli/report/lessons_report.h"
#include "indexer/cli/report/print_skipped.h"
#include "indexer/recognise/naming.h"

namespace khobao::indexer {

Result<int> run_inspect(const Options& options, const cli::Environment& environment) {
  if (!options.inspected.empty() && options.paths.empty()) {
    auto reported = report_lessons(options.inspected, options.format == "jsonl", environment.out);
    if (!reported) return reported.error();
    return kExitDone;
  }
  if (!options.inspected.empty()) {
    return Error{ErrorCode::usage, "--db shows an archive's lessons, PATH how articles are read",
                 "give one of them"};
  }
  if (options.paths.empty()) {
    return Error{ErrorCode::usage, "PATH is required: what to read",
                 "name a file or folder, or show an archive's lessons with --db"};
  }
  auto request = read_request(options);
  if (!request) return request.error();
  if (request->pipeline.threads == 0)
    request->pipeline.threads = 1;  // keeps the order of the input
  auto names = recognise::read_names_file(options.names.value_or(""));
  if (!names) return names.error();
  request->pipeline.names = std::move(*names);
  const InspectFormat format =
      options.format == "jsonl" ? InspectFormat::jsonl : InspectFormat::text;
  recognise::Corrections corrections;
  if (!options.corrections.empty()) {
    if (auto taken = corrections.merge_file(options.corrections); !taken) return taken.error();
  }
  request->pipeline.corrections = &corrections;
  input::Roots roots;
  pipeline::Progress progress;
  std::mutex mutex;
  const auto report =
      pipeline::read_articles(request->targets, roots, request->pipeline, progress,
                              [&](unsigned, pipeline::ReadArticle&& article) -> Result<void> {
                                const std::lock_guard lock(mutex);
                                write_inspection(article.article, format, environment.out);
                                return {};
                              });
  if (!report) return report.error();
  print_skipped(report->skipped, report->skipped_unnamed, environment.err);
  return report->skipped.empty() ? kExitDone : kExitSkipped;
}

}  // namespace khobao::indexer
