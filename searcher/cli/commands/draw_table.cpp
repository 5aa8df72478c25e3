#include "searcher/cli/commands/draw_table.h"

#include <ostream>
#include <sstream>

#include "common/language/say.h"
#include "searcher/cli/terminal/pager.h"
#include "searcher/cli/warnings.h"
#include "searcher/search.h"
#include "searcher/show/render/tables/table_answer.h"

namespace khobao::searcher {

Result<int> draw_table(Index& index, const Options& options, const SearchRequest& request,
                       const cli::Environment& environment) {
  if (options.format != "text" && options.format != "json" && options.format != "csv") {
    return Error{ErrorCode::usage,
                 say("{} writes --format {}, not '{}'", "--table",
                     say("{} or {}", "text, json, csv", "html"), options.format),
                 ""};
  }
  SearchRequest counted = request;
  counted.facets.clear();
  counted.limit = counted.offset = 0;
  counted.want_snippets = counted.explain = false;
  counted.sort = Sort::newest;  // ranks nothing
  const auto response = search(index, counted);
  if (!response) return response.error();
  const Window window = window_of(environment);
  const show::TableOptions table{.columns = window.columns,
                                 .language = environment.page_language(),
                                 .byte_order_mark = options.bom};
  if (options.format == "json") {
    show::render_table_json(*response, environment.out);
  } else if (options.format == "csv") {
    warn_beside(request, *response, environment);
    show::render_table_csv(*response, table, environment.out);
  } else {
    std::ostringstream page;
    show::render_table_text(*response, table, page);
    auto shown = show_paged(page.str(), options.no_pager ? Window{} : window, environment);
    if (!shown) return shown.error();
  }
  return response->total > 0 ? kExitDone : kExitNoHit;
}

}  // namespace khobao::searcher
