#include "searcher/cli/commands/write_html.h"

#include <algorithm>
#include <ostream>

#include "searcher/cli/next_page.h"
#include "searcher/search.h"
#include "searcher/show/date_steps.h"
#include "searcher/show/render/html_answer.h"

namespace khobao::searcher {
namespace {

constexpr size_t kMostListed = 2000;  // articles under the bars; more are no page to read

// The matches, oldest first, under the dates of the timeline.
Result<void> list_by_date(Index& index, SearchRequest request, show::HtmlFrame& frame) {
  request.facets = {archive::FieldId::date};
  request.sort = Sort::oldest;
  request.offset = 0;
  request.limit = kMostListed;
  request.want_snippets = request.explain = false;
  const auto found = search(index, request);
  if (!found) return found.error();
  for (const Hit& hit : found->hits) {
    const archive::Article& article = hit.article;
    constexpr size_t kDayChars = 10;
    const text::Day day = text::parse_day(std::string_view(article.published)
                                              .substr(0, std::min(kDayChars,
                                                                  article.published.size())));
    if (day.year == 0) continue;
    frame.by_date[show::date_value(day, frame.timeline.step)].push_back(
        {article.id, article.display_title, article.published});
  }
  frame.by_date_cut = found->total > found->hits.size();
  return {};
}

}  // namespace

Result<int> write_html(Index& index, const Options& options,
                       const std::vector<std::string>& arguments, const SearchRequest& request,
                       const cli::Environment& environment) {
  const auto response = search(index, request);
  if (!response) return response.error();
  show::HtmlFrame frame;
  frame.command = "searcher";
  for (const std::string& argument : arguments) frame.command += ' ' + shell_quoted(argument);
  frame.made = to_string(request.today);
  frame.whole_text = options.whole_text;
  SearchRequest everything = request;
  if (everything.facets.empty()) everything.facets = {archive::FieldId::date};
  auto timeline = make_timeline(index, everything, {}, false);
  if (!timeline) return timeline.error();
  frame.timeline = std::move(*timeline);
  if (!frame.timeline.dates.empty()) {
    if (auto listed = list_by_date(index, request, frame); !listed) return listed.error();
  }
  show::render_html(*response,
                    {.color = false,
                     .first_rank = request.offset + 1,
                     .query_id = {},
                     .html = &frame},
                    environment.out);
  return response->total > 0 ? kExitDone : kExitNoHit;
}

}  // namespace khobao::searcher
