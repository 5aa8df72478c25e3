#pragma once
#include "indexer/cli/command_options.h"
#include "indexer/pipeline/pipeline.h"

namespace khobao::indexer {

/// What was typed, checked: targets and limits.
struct Request {
  std::vector<input::Target> targets;
  pipeline::PipelineOptions pipeline;
};

/// A usage error names the option, the value and what it takes.
Result<Request> read_request(const Options& options);

}  // namespace khobao::indexer
