#include "indexer/pipeline/pipeline.h"

#include <algorithm>
#include <cstring>
#include <thread>

#include "common/archive/xapian_guard.h"
#include "common/language/say.h"
#include "indexer/pipeline/article_workers.h"
#include "indexer/pipeline/input_reader.h"
#include "indexer/pipeline/run_record.h"

namespace khobao::pipeline {

Result<void> unless_stopped(const PipelineOptions& options) {
  const int number = options.stop ? options.stop->load() : 0;
  if (number == 0) return {};
  const char* const name = sigabbrev_np(number);
  return Error{ErrorCode::input,
               say("stopped by SIG{}; the archive is as it was",
                   name ? std::string(name) : std::to_string(number)),
               ""};
}

unsigned worker_count(const PipelineOptions& options) {
  return options.threads > 0 ? options.threads : std::max(1u, std::thread::hardware_concurrency());
}

Result<PipelineReport> read_inputs(const std::vector<InputToRead>& inputs,
                                   const PipelineOptions& options, change::Claims& claims,
                                   Progress& progress, const Consume& consume) {
  RunRecord record(claims);
  ArticleWorkers workers(options, record, progress, consume);
  InputReader reader(options, record, progress, workers);
  for (const InputToRead& input : inputs) reader.read(input);
  try {
    reader.flush();
    workers.finish();
    return record.take();
  } catch (...) {
    return archive::thrown_error(say("read the articles"), "");
  }
}

Result<PipelineReport> read_articles(const std::vector<input::Target>& targets, input::Roots& roots,
                                     const PipelineOptions& options, Progress& progress,
                                     const Consume& consume) {
  change::Claims claims;
  std::vector<InputToRead> inputs;
  std::vector<input::Skipped> skipped;
  const auto scanned = input::scan(targets, roots, skipped, [&](const input::InputFile& file) {
    inputs.push_back({.file = file, .received = options.received});
  });
  if (!scanned) return scanned.error();
  auto report = read_inputs(inputs, options, claims, progress, consume);
  if (report) {
    auto& all = report->skipped;
    all.insert(all.end(), skipped.begin(), skipped.end());
    for (const change::KnownFile& file : report->files)
      report->skipped_unnamed += change::add_skipped(file, all);
    report->skipped_unnamed += change::unnamed_skips(all);
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  }
  return report;
}

}  // namespace khobao::pipeline
