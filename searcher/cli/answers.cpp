#include "searcher/cli/answers.h"

#include <algorithm>
#include <istream>
#include <iterator>
#include <ostream>
#include <sstream>

#include "common/text/letters/printable.h"
#include "searcher/cli/commands/batch.h"
#include "searcher/cli/commands/diff_articles.h"
#include "searcher/cli/commands/dossiers.h"
#include "searcher/cli/commands/draw_table.h"
#include "searcher/cli/commands/draw_timeline.h"
#include "searcher/cli/commands/kept_searches.h"
#include "searcher/cli/commands/list_history.h"
#include "searcher/cli/commands/lists.h"
#include "searcher/cli/commands/show_articles.h"
#include "searcher/cli/commands/write_html.h"
#include "searcher/cli/hints.h"
#include "searcher/cli/opened_index.h"
#include "searcher/cli/terminal/last_answer.h"
#include "searcher/cli/terminal/next_page.h"
#include "searcher/cli/terminal/pager.h"
#include "searcher/cli/terminal/window.h"
#include "searcher/cli/typed/article_names.h"
#include "searcher/cli/typed/read_request.h"
#include "searcher/cli/typed/today.h"
#include "searcher/cli/warnings.h"
#include "searcher/index.h"
#include "searcher/reposts/repost_list.h"
#include "searcher/reposts/trace.h"
#include "searcher/search.h"
#include "searcher/show/render/formats.h"
#include "searcher/show/render/result_page.h"
#include "searcher/story/story.h"

namespace khobao::searcher {
namespace {

// What was asked: a search, an article's likes or reposts, or where a sentence stands.
Result<SearchResponse> response_to(Index& index, const Options& options,
                                   const SearchRequest& request, show::HitMaker& rest,
                                   const cli::Environment& environment) {
  if (!options.trace.empty()) return reposts::trace(index, options.trace);
  if (!options.story.empty()) {
    const auto id = id_named(options.story, index.archives(), environment);
    return id ? story::story(index, *id, options.explain) : Result<SearchResponse>(id.error());
  }
  const std::string& named = options.reposts.empty() ? options.similar : options.reposts;
  if (named.empty()) return search(index, request, &rest);
  const auto id = id_named(named, index.archives(), environment);
  if (!id) return id.error();
  return options.reposts.empty() ? similar(index, *id, request, &rest)
                                 : reposts::repost_list(index, *id);
}

// Numbers of hits mean others once this answer is shown: the article is named by its id.
std::vector<std::string> by_id(std::vector<std::string> arguments, const Options& options,
                               const std::string& id) {
  if (options.similar.starts_with('#'))
    std::replace(arguments.begin(), arguments.end(), options.similar, id);
  return arguments;
}

// An answer as a terminal shows it, kept so that its hits can be opened by their numbers.
Result<void> show_page(const Index& index, const Options& options,
                       const std::vector<std::string>& arguments,
                       const SearchRequest& request, const SearchResponse& response,
                       const Window& window, const cli::Environment& environment) {
  show::PageOptions page{.columns = window.columns,
                         .rows = window.rows,
                         .language = environment.page_language(),
                         .color = use_color(options.color, environment),
                         .links = window.links,
                         .first_rank = request.offset + 1,
                         .next_page = {},
                         .open_first = {}};
  const size_t shown = request.offset + response.hits.size();
  if (request.limit > 0 && response.hits.size() == request.limit && shown < response.total)
    page.next_page = next_page_command(by_id(arguments, options, response.query), shown);
  // An answer that was asked for no hits leaves the numbers of the one before.
  if (!options.no_history && request.limit > 0) {
    const bool usual = options.db == std::vector{cli::default_database(environment)};
    LastAnswer kept{
        .dbs = index.archives(), .query = request.query, .first_rank = page.first_rank, .ids = {}};
    for (const Hit& hit : response.hits) kept.ids.push_back(hit.article.id);
    if (keep_answer(kept, environment) && !kept.ids.empty())
      page.open_first =
          open_hit_command(usual ? std::vector<std::string>() : arguments, page.first_rank);
  }
  std::ostringstream text;
  show::render_page(response, page, text);
  return show_paged(text.str(), options.no_pager ? Window{} : window, environment);
}

// Writes the first hits at once and the others as they are made.
Result<void> write_answer(const Options& options, const SearchRequest& request,
                          SearchResponse& response, show::HitMaker& rest,
                          const cli::Environment& environment) {
  const show::Format& format = *show::find_format(options.format);
  show::RenderOptions render{.color = use_color(options.color, environment),
                             .first_rank = request.offset + 1,
                             .query_id = {},
                             .by_date = request.sort != Sort::relevance,
                             .byte_order_mark = options.bom,
                             .facets_alone = request.limit == 0 && !request.facets.empty()};
  render.last_hits = rest.done();
  format.render(response, render, environment.out);
  while (!rest.done() && environment.out) {
    render.first_rank += response.hits.size();
    render.first_hits = false;
    auto more = rest.next(kHitsAtOnce);
    if (!more) return more.error();
    response.hits = std::move(*more);
    render.last_hits = rest.done();
    format.render(response, render, environment.out);
  }
  return {};
}

// What belongs beside the answer goes into it where people or JSON readers see it, else to standard
// error.
void say_what_else(Index& index, const Options& options, const SearchRequest& request,
                   SearchResponse& response, const cli::Environment& environment) {
  for (Message& hint : operator_hints(index, request, response))
    response.hints.push_back(std::move(hint));
  const bool tells = show::find_format(options.format)->tells;
  if (tells) {
    for (Message& hint : document_hints(index, request.query))
      response.hints.push_back(std::move(hint));
  }
  if (!tells) warn_beside(request, response, environment);
}

bool is_search(const Options& options) {
  return options.similar.empty() && options.reposts.empty() && options.trace.empty() &&
         options.story.empty();
}

Result<int> answer_with_hits(Index& index, const Options& options,
                             const std::vector<std::string>& arguments,
                             const SearchRequest& request, const cli::Environment& environment) {
  show::HitMaker rest;
  const Window window = window_of(environment);
  const bool page = options.format == "text" && window.terminal();
  SearchRequest asked = request;
  asked.want_undated = page;
  auto response = response_to(index, options, asked, rest, environment);
  if (!response) return response.error();
  if (is_search(options)) say_what_else(index, options, request, *response, environment);
  if (page) {
    while (!rest.done()) {
      auto more = rest.next(kHitsAtOnce);
      if (!more) return more.error();
      std::move(more->begin(), more->end(), std::back_inserter(response->hits));
    }
    const auto shown = show_page(index, options, arguments, request, *response, window, environment);
    if (!shown) return shown.error();
  } else {
    const auto written = write_answer(options, request, *response, rest, environment);
    if (!written) return written.error();
  }
  return response->total > 0 ? kExitDone : kExitNoHit;
}

Result<int> answer_from(Index& index, const Options& options,
                        const std::vector<std::string>& arguments, SearchRequest& request,
                        const cli::Environment& environment) {
  if (!options.keep.empty() && options.list == kListKept)
    return list_dossier(index, options, environment);
  if (!options.keep.empty()) return keep_articles(index, options, request, environment);
  if (auto within = restrict_to_dossier(index, options, request, environment); !within)
    return within.error();
  if (!options.save.empty()) return save_search(index, options, request, environment);
  return answer_request(index, options, arguments, request, environment);
}

}  // namespace

Result<int> answer(const Options& options, const std::vector<std::string>& arguments,
                   const cli::Environment& environment) {
  if (options.saved) return list_saved(options, environment);
  if (!options.forget.empty()) return forget(options, environment);
  if (!options.run.empty()) return run_saved(options, environment);
  auto request = read_request(options, environment.in, today());
  if (!request) return request.error();
  if (options.list == kListDossiers) return list_dossiers(options, *request, environment);
  auto index = opened_index(options, environment);
  if (!index) return index.error();
  if (auto answerable = check_answerable(*index, options); !answerable) return answerable.error();
  auto answered = answer_from(*index, options, arguments, *request, environment);
  return answered ? answered : after_damage(answered.error(), *index);
}

Result<int> answer_request(Index& index, const Options& options,
                           const std::vector<std::string>& arguments, const SearchRequest& request,
                           const cli::Environment& environment) {
  if (!options.show.empty()) return show_articles(index, options, request, environment);
  if (!options.list.empty()) return list_names(index, options, request, environment);
  if (!options.batch.empty()) return run_batch(index, options, request, environment);
  if (options.list_paths || options.list_nul)
    return list_matches(index, options, request, environment);
  if (!options.history.empty()) return list_history(index, options, environment);
  if (!options.diff.empty()) return diff_articles(index, options, environment);
  if (options.timeline) return draw_timeline(index, options, request, environment);
  if (!options.table.empty() && options.format != "html")
    return draw_table(index, options, request, environment);
  if (is_search(options)) {
    if (options.count) return count_matches(index, request, environment);
    if (options.format == "html")
      return write_html(index, options, arguments, request, environment);
  }
  return answer_with_hits(index, options, arguments, request, environment);
}

}  // namespace khobao::searcher
