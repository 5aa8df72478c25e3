#pragma once
#include "indexer/cli/commands.h"
#include "indexer/pipeline/pipeline.h"

namespace khobao::indexer {

/// What was typed, checked: targets and limits.
struct Request {
  std::vector<input::Target> targets;
  pipeline::PipelineOptions pipeline;
};

/// The options of every command that reads articles: limits of one input, and when it came.
void add_reading_options(CLI::App& app, Options& options);

/// A usage error names the option, the value and what it takes.
Result<Request> read_request(const Options& options);

}  // namespace khobao::indexer
