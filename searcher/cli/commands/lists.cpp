#include "searcher/cli/commands/lists.h"

#include <algorithm>
#include <ostream>
#include <span>
#include <sstream>

#include "common/archive/xapian_guard.h"
#include "common/language/say.h"
#include "common/text/letters/printable.h"
#include "searcher/cli/hints.h"
#include "searcher/cli/terminal/pager.h"
#include "searcher/cli/warnings.h"
#include "searcher/filter/filters.h"
#include "searcher/search.h"

namespace khobao::searcher {

Result<int> list_matches(const Index& index, const Options& options, const SearchRequest& request,
                         const cli::Environment& environment) {
  const auto found = all_matches(index, request);
  if (!found) return found.error();
  warn_beside(request, found->response, environment);
  return archive::guarded(say("read articles"), index.folder(), [&]() -> Result<int> {
    const size_t all = found->docids.size(), first = std::min(request.offset, all);
    const size_t shown = options.limit_given ? std::min(request.limit, all - first) : all - first;
    for (const Xapian::docid docid : std::span(found->docids).subspan(first, shown)) {
      const auto article = index.article(docid);
      if (!article) return article.error();
      // A terminal obeys control characters in names; programs behind a pipe need them.
      const bool printed = !options.list_nul && environment.out_is_terminal;
      environment.out << (printed ? text::printable(article->path) : article->path)
                      << (options.list_nul ? '\0' : '\n');
    }
    return found->docids.empty() ? kExitNoHit : kExitDone;
  });
}

Result<int> list_names(const Index& index, const Options& options, const SearchRequest& request,
                       const cli::Environment& environment) {
  return archive::guarded(say("list values"), index.folder(), [&]() -> Result<int> {
    const auto field = archive::find_field(options.list);
    const auto values = filter::list_values(index, *field, request.query);
    const size_t first = std::min(request.offset, values.size());
    const size_t shown = options.limit_given ? std::min(request.limit, values.size() - first)
                                             : values.size() - first;
    std::ostringstream list;
    for (size_t i = first; i < first + shown; ++i)
      list << values[i].count << '\t' << text::printable(values[i].value) << '\n';
    const Window window = options.no_pager ? Window{} : window_of(environment);
    if (auto written = show_paged(list.str(), window, environment); !written)
      return written.error();
    return values.empty() ? kExitNoHit : kExitDone;
  });
}

Result<int> count_matches(Index& index, SearchRequest request,
                          const cli::Environment& environment) {
  request.limit = 0;
  request.sort = Sort::newest;
  const auto response = search(index, request);
  if (!response) return response.error();
  warn_beside(request, *response, environment);
  for (const Message& hint : operator_hints(index, request, *response))
    environment.err << "searcher: " << text::printable(hint.in(environment.language)) << '\n';
  environment.out << response->total << '\n';
  return response->total > 0 ? kExitDone : kExitNoHit;
}

}  // namespace khobao::searcher
