#include "searcher/cli/commands/write_html.h"

#include <algorithm>
#include <ostream>

#include "searcher/cli/terminal/next_page.h"
#include "searcher/search.h"
#include "searcher/show/date_steps.h"
#include "searcher/show/render/html/html_answer.h"

namespace khobao::searcher {
namespace {

constexpr size_t kMostListed = 2000;  // articles under the bars; more are no page to read

// Year 0 where it is not known.
text::Day day_of(const archive::Article& article) {
  constexpr size_t kDayChars = 10;
  const std::string_view published = article.published;
  return text::parse_day(published.substr(0, std::min(kDayChars, published.size())));
}

// The values of an article that a facet counts it under.
std::vector<std::string> values_of(const archive::Article& article, const Facet& facet) {
  const archive::FieldRow& field = archive::field(facet.field);
  if (field.kind == archive::FieldKind::date) {
    const text::Day day = day_of(article);
    return {day.year == 0 ? kUndatedValue : show::date_value(day, facet.step)};
  }
  std::vector<std::string> values = field.reader(article);
  std::erase(values, "");
  for (std::string& value : values) value = archive::shown_value(facet.field, value);
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  return values;
}

// The matches, oldest first, under the dates of the timeline and the values of the facets.
Result<void> list_articles(Index& index, SearchRequest request, const std::vector<Facet>& facets,
                           show::HtmlFrame& frame) {
  request.facets = {archive::FieldId::date};  // a request of facets alone stays one
  request.table.reset();
  request.sort = Sort::oldest;
  request.offset = 0;
  request.limit = kMostListed;
  request.want_snippets = request.explain = false;
  const auto found = search(index, request);
  if (!found) return found.error();
  for (const Hit& hit : found->hits) {
    const archive::Article& article = hit.article;
    const show::ListedArticle listed{article.id, article.display_title, article.published};
    if (const text::Day day = day_of(article); day.year != 0)
      frame.by_date[show::date_value(day, frame.timeline.step)].push_back(listed);
    for (const Facet& facet : facets) {
      for (const std::string& value : values_of(article, facet)) {
        const bool shown =
            std::any_of(facet.counts.begin(), facet.counts.end(),
                        [&](const FacetCount& count) { return count.value == value; });
        if (shown) frame.by_value[{facet.field, value}].push_back(listed);
      }
    }
  }
  frame.listed_cut = found->total > found->hits.size();
  return {};
}

}  // namespace

Result<int> write_html(Index& index, const Options& options,
                       const std::vector<std::string>& arguments, const SearchRequest& request,
                       const cli::Environment& environment) {
  const auto response = search(index, request);
  if (!response) return response.error();
  show::HtmlFrame frame;
  frame.language = environment.document_language;
  frame.command = "searcher";
  for (const std::string& argument : arguments) frame.command += ' ' + shell_quoted(argument);
  frame.made = to_string(request.today);
  frame.whole_text = options.whole_text;
  SearchRequest everything = request;
  if (everything.facets.empty()) everything.facets = {archive::FieldId::date};
  auto timeline = make_timeline(index, everything, {}, false);
  if (!timeline) return timeline.error();
  frame.timeline = std::move(*timeline);
  if (auto listed = list_articles(index, request, response->facets, frame); !listed)
    return listed.error();
  show::render_html(
      *response, {.color = false, .first_rank = request.offset + 1, .query_id = {}, .html = &frame},
      environment.out);
  return response->total > 0 ? kExitDone : kExitNoHit;
}

}  // namespace khobao::searcher
