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

std::string without_spaces_around(const std::string& text) {
  constexpr const char* kSpaces = " \t\r\n";
  const size_t begin = text.find_first_not_of(kSpaces);
  if (begin == std::string::npos) return "";
  return text.substr(begin, text.find_last_not_of(kSpaces) + 1 - begin);
}

}  // namespace

Result<int> run_hide(const Options& options, const cli::Environment& environment) {
  const std::string reason = without_spaces_around(options.reason);
  if (reason.empty()) {
    return Error{
        ErrorCode::usage, say("'indexer hide' needs --reason: who ordered it, and why"),
        say("as in: {}", "indexer hide bao/2020/cau.txt --reason 'Quyết định 12/QĐ ngày 3/5/2024'")};
  }
  BuildRequest build;
  const std::string today = vietnamese_day(std::time(nullptr));
  for (const std::string& id : options.ids)
    build.hide[id] = {.reason = reason, .since = today};
  const auto report = ordered(options, std::move(build));
  if (!report) return report.error();
  const Language language = environment.page_language();
  for (const std::string& id : report->hiding.hidden_now)
    environment.out << say("hidden: '{}'\n", text::printable(id)).in(language);
  if (report->keeps_versions && !report->hiding.hidden_now.empty()) {
    environment.out << say("while it is hidden, a text that its file loses is not kept\n")
                           .in(language);
  }
  for (const std::string& id : report->hiding.hidden_before) {
    environment.out << say("hidden already: '{}'; the reason is added to the one before\n",
                           text::printable(id))
                           .in(language);
  }
  for (const auto& [id, others] : report->hiding.same_text) {
    for (const std::string& other : others) {
      environment.out << say("not hidden: '{}', which has the same text as '{}'\n",
                             text::printable(other), text::printable(id))
                             .in(language);
    }
  }
  return kExitDone;
}

Result<int> run_unhide(const Options& options, const cli::Environment& environment) {
  BuildRequest build;
  build.unhide = options.ids;
  const auto report = ordered(options, std::move(build));
  if (!report) return report.error();
  const HidingReport& hiding = report->hiding;
  const Language language = environment.page_language();
  bool all = true;
  for (const std::string& id : options.ids) {
    const auto& again = hiding.shown_again;
    bool shown = std::find(again.begin(), again.end(), id) != again.end();
    const std::string name = text::printable(id);
    if (shown) environment.out << say("shown again: '{}'\n", name).in(language);
    for (const auto& [text, of] : hiding.texts_shown) {
      if (of != id) continue;
      shown = true;
      environment.out << say("shown again: '{}', which is the text of '{}'\n",
                             text::printable(text), name)
                             .in(language);
    }
    if (shown) continue;
    all = false;
    environment.out << say("no longer hidden, but its source is gone: '{}'\n", name).in(language);
  }
  return all ? kExitDone : kExitSkipped;
}

}  // namespace khobao::indexer
