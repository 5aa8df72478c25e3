#include "searcher/cli/commands/draw_timeline.h"

#include <ostream>
#include <sstream>

#include "common/language/say.h"
#include "common/text/letters/printable.h"
#include "searcher/cli/terminal/pager.h"
#include "searcher/cli/terminal/window.h"
#include "searcher/cli/warnings.h"
#include "searcher/show/render/timeline_answer.h"
#include "searcher/timeline.h"

namespace khobao::searcher {

Result<int> draw_timeline(Index& index, const Options& options, const SearchRequest& request,
                          const cli::Environment& environment) {
  const bool for_people = options.format == "text";
  if (!for_people && options.format != "json" && options.format != "csv") {
    return Error{ErrorCode::usage,
                 say("{} writes --format {}, not '{}'", "--timeline",
                     say("{} or {}", "text, json", "csv"), options.format),
                 ""};
  }
  if (request.query.empty() && !options.compare.empty()) {
    return Error{ErrorCode::usage, say("--compare was given without a query to compare with"),
                 say("as in: searcher {}", "'lúa gạo' --timeline --compare 'cà phê'")};
  }
  SearchRequest asked = request;
  if (asked.query.empty() && asked.facets.empty()) asked.facets = {archive::FieldId::date};
  const auto timeline = make_timeline(index, asked, options.compare, options.per_mille);
  if (!timeline) return timeline.error();
  for (const Message& note : request.notes) warn_of(note, environment);
  for (const TimelineSeries& series : timeline->series) {
    for (const Message& warning : series.warnings) warn_of(warning, environment);
  }
  const Window window = window_of(environment);
  if (options.format == "json") {
    show::render_timeline_json(*timeline, environment.out);
  } else if (options.format == "csv") {
    show::render_timeline_csv(*timeline, options.bom, environment.out);
  } else {
    std::ostringstream page;
    show::render_timeline_text(*timeline,
                               {.columns = window.columns,
                                .language = environment.page_language(),
                                .color = use_color(options.color, environment),
                                .per_mille = options.per_mille},
                               page);
    auto shown = show_paged(page.str(), options.no_pager ? Window{} : window, environment);
    if (!shown) return shown.error();
  }
  return timeline->series.front().total > 0 ? kExitDone : kExitNoHit;
}

}  // namespace khobao::searcher
