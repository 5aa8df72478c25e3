#include <CLI/CLI.hpp>
#include <iostream>
#include <mutex>

#include "common/base/command_line.h"
#include "common/text/letters/printable.h"
#include "indexer/cli/commands.h"
#include "indexer/cli/inspect.h"
#include "indexer/cli/reading_request.h"
#include "indexer/recognise/naming.h"

namespace khobao::indexer {

void add_inspect_options(CLI::App& app, Options& options) {
  app.add_option("PATH", options.paths, "folders and files to read; - for standard input")
      ->required();
  app.add_option("--format", options.format, "text or jsonl")
      ->check(CLI::IsMember({"text", "jsonl"}))
      ->capture_default_str();
  add_reading_options(app, options);
  app.add_option("--names", options.names, "organisations of your own");
  app.add_option("--corrections", options.corrections,
                 "JSON Lines of id, field and value that stand instead of what is read");
  app.add_option("--threads", options.threads, "more than one mixes the articles' order");
}

int run_inspect(const Options& options, std::ostream& out, std::ostream& err) {
  auto request = read_request(options);
  if (!request) return report_error("indexer", request.error(), err);
  if (request->pipeline.threads == 0)
    request->pipeline.threads = 1;  // keeps the order of the input
  auto names = recognise::read_names_file(options.names);
  if (!names) return report_error("indexer", names.error(), err);
  request->pipeline.names = std::move(*names);
  const InspectFormat format =
      options.format == "jsonl" ? InspectFormat::jsonl : InspectFormat::text;
  recognise::Corrections corrections;
  if (!options.corrections.empty()) {
    if (auto taken = corrections.merge_file(options.corrections); !taken)
      return report_error("indexer", taken.error(), err);
  }
  request->pipeline.corrections = &corrections;
  input::Roots roots;
  pipeline::Progress progress;
  std::mutex mutex;
  const auto report =
      pipeline::read_articles(request->targets, roots, request->pipeline, progress,
                              [&](unsigned, pipeline::ReadArticle&& article) -> Result<void> {
                                const std::lock_guard lock(mutex);
                                write_inspection(article.article, format, out);
                                return {};
                              });
  if (!report) return report_error("indexer", report.error(), err);
  for (const input::Skipped& skipped : report->skipped) {
    err << "indexer: skipped '" << text::printable(skipped.path)
        << "': " << text::printable(skipped.reason) << '\n';
  }
  if (report->skipped_unnamed > 0)
    err << "indexer: skipped " << report->skipped_unnamed << " more inputs\n";
  return report->skipped.empty() ? kExitDone : kExitSkipped;
}

}  // namespace khobao::indexer
