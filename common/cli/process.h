#pragma once
/// The running process as an Environment. Only the two mains include it.
#include "common/cli/environment.h"
#include "common/cli/standard_streams.h"

namespace khobao::cli {

/// The process's own streams, variables and terminal. `output` must outlive what is returned.
Environment process_environment(StandardOutput& output);

}  // namespace khobao::cli
