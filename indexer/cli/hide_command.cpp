#include "indexer/cli/hide_command.h"

#include <algorithm>
#include <ctime>
#include <ostream>

#include "common/base/utc_time.h"
#include "common/cli/stop_signal.h"
#include "common/language/say.h"
#include "common/text/letters/printable.h"
#include "indexer/build.h"
#include "indexer/cli/reading_request.h"

namespace khobao::indexer {
namespace {

Result<BuildReport> ordered(const Options& options, BuildRequest&& build) {
  const cli::StopSignal stop;
  const auto request = read_request(options);
  if (!request) return request.error();
  build.pipeline = request->pipeline;
  build.pipeline.stop = &stop.number();
  build.settings_only = true;
  pipeline::Progress progress;
  return build_archive(options.db, build, progress);
}

}  // namespace

Result<int> run_hide(const Options& options, const cli::Environment& environment) {
  if (options.reason.empty()) {
    return Error{
        ErrorCode::usage, say("'indexer hide' needs --reason: who ordered it, and why"),
        say("as in: {}", "indexer hide bao/2020/cau.txt --reason 'order 12/QĐ of 3 May 2024'")};
  }
  BuildRequest build;
  const std::string today = vietnamese_day(std::time(nullptr));
  for (const std::string& id : options.ids)
    build.hide[id] = {.reason = options.reason, .since = today};
  const auto report = ordered(options, std::move(build));
  if (!report) return report.error();
  for (const std::string& id : report->hidden_now)
    environment.out << say("hidden: '{}'\n", text::printable(id)).in(environment.page_language());
  return kExitDone;
}

Result<int> run_unhide(const Options& options, const cli::Environment& environment) {
  BuildRequest build;
  build.unhide = options.ids;
  const auto report = ordered(options, std::move(build));
  if (!report) return report.error();
  for (const std::string& id : options.ids) {
    const auto& again = report->shown_again;
    const bool shown = std::find(again.begin(), again.end(), id) != again.end();
    const std::string name = text::printable(id);
    environment.out << (shown ? say("shown again: '{}'\n", name)
                              : say("no longer hidden, but its source is gone: '{}'\n", name))
                           .in(environment.page_language());
  }
  return report->shown_again.size() >= options.ids.size() ? kExitDone : kExitSkipped;
}

}  // namespace khobao::indexer
