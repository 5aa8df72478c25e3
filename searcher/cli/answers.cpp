#include "searcher/cli/answers.h"

#include <istream>
#include <iterator>
#include <ostream>
#include <sstream>

#include "common/archive/disk/files.h"
#include "common/archive/xapian_guard.h"
#include "common/text/letters/printable.h"
#include "searcher/cli/last_answer.h"
#include "searcher/cli/next_page.h"
#include "searcher/cli/pager.h"
#include "searcher/cli/window.h"
#include "searcher/filter/filters.h"
#include "searcher/index.h"
#include "searcher/reposts/repost_list.h"
#include "searcher/reposts/sentences.h"
#include "searcher/reposts/text_diff.h"
#include "searcher/reposts/trace.h"
#include "searcher/search.h"
#include "searcher/show/render/diff_text.h"
#include "searcher/show/render/formats.h"
#include "searcher/show/render/result_page.h"

namespace khobao::searcher {
namespace {

Error no_such_article(const std::string& id) {
  return {ErrorCode::usage, "no article has the id '" + id + "'",
          "ids stand in the answers of --format json and tsv"};
}

// The id that an option names: as it is, or by the number of a hit of the last answer.
Result<std::string> id_named(const std::string& name, const Options& options,
                             const cli::Environment& environment) {
  if (!name.starts_with('#')) return name;
  const auto shown = last_answer(options.db, environment);
  if (!shown) return shown.error();
  return id_of_hit(name, *shown);
}

// The ids that --show names, those in lines of standard input among them.
Result<std::vector<std::string>> ids_to_show(const Options& options,
                                             const cli::Environment& environment) {
  std::vector<std::string> ids;
  for (const std::string& name : options.show) {
    if (name == "-") {
      for (std::string line; std::getline(environment.in, line);) {
        if (line.ends_with('\r')) line.pop_back();
        if (!line.empty()) ids.push_back(std::move(line));
      }
    } else {
      auto id = id_named(name, options, environment);
      if (!id) return id.error();
      ids.push_back(std::move(*id));
    }
  }
  return ids;
}

// What goes to a terminal goes through the pager where it is longer than the window.
Result<void> put_out(const std::string& text, const Options& options, const Window& window,
                     const cli::Environment& environment) {
  return show_paged(text, options.no_pager ? Window{} : window, environment);
}

Result<int> show_articles(const Index& index, const Options& options,
                          const cli::Environment& environment) {
  const auto ids = ids_to_show(options, environment);
  if (!ids) return ids.error();
  return archive::guarded("read an article", index.folder(), [&]() -> Result<int> {
    std::ostringstream text;
    for (const std::string& id : *ids) {
      const Xapian::docid docid = index.find(id);
      if (docid == 0) return no_such_article(id);
      const auto article = index.article(docid);
      if (!article) return article.error();
      if (text.tellp() > 0) text << '\n';
      show::render_article(*article, use_color(options, environment), text);
    }
    if (auto shown = put_out(text.str(), options, window_of(environment), environment); !shown)
      return shown.error();
    return ids->empty() ? kExitNoHit : kExitDone;
  });
}

// The article that an option names; a usage error where there is none.
Result<archive::Article> article_named(const Index& index, const std::string& name,
                                       const Options& options,
                                       const cli::Environment& environment) {
  const auto id = id_named(name, options, environment);
  if (!id) return id.error();
  return archive::guarded("read an article", index.folder(), [&]() -> Result<archive::Article> {
    const Xapian::docid docid = index.find(*id);
    if (docid == 0) return no_such_article(*id);
    return index.article(docid);
  });
}

Result<int> show_diff(Index& index, const Options& options, const cli::Environment& environment) {
  if (options.words.size() != 1) {
    return Error{ErrorCode::usage, "--diff takes two ids",
                 "as in: searcher --diff ID ID"};
  }
  if (options.format != "text" && options.format != "json") {
    return Error{ErrorCode::usage, "--diff writes --format text or json, not '" + options.format + "'",
                 "leave out --format"};
  }
  auto first = article_named(index, options.diff, options, environment);
  if (!first) return first.error();
  auto second = article_named(index, options.words.front(), options, environment);
  if (!second) return second.error();
  const auto changes = reposts::text_diff(reposts::sentences_of(*first, index.tokenizer()),
                                          reposts::sentences_of(*second, index.tokenizer()));
  const show::ArticleDiff diff{std::move(*first), std::move(*second), changes};
  std::ostringstream text;
  if (options.format == "json") {
    show::render_diff_json(diff, text);
  } else {
    show::render_diff(diff, use_color(options, environment), text);
  }
  if (auto shown = put_out(text.str(), options, window_of(environment), environment); !shown)
    return shown.error();
  return kExitDone;
}

// What was asked: a search, an article's likes or reposts, or where a sentence stands.
Result<SearchResponse> response_to(Index& index, const Options& options,
                                   const SearchRequest& request, show::HitMaker& rest,
                                   const cli::Environment& environment) {
  if (!options.trace.empty()) return reposts::trace(index, options.trace);
  const std::string& named = options.reposts.empty() ? options.similar : options.reposts;
  if (named.empty()) return search(index, request, &rest);
  const auto id = id_named(named, options, environment);
  if (!id) return id.error();
  return options.reposts.empty() ? similar(index, *id, request, &rest)
                                 : reposts::repost_list(index, *id);
}

// Where only a number or paths are printed, what was cut is said beside them.
void warn_of_unread(const SearchResponse& response, std::ostream& err) {
  if (response.unread > 0) err << "searcher: warning: " << response.notes.back() << '\n';
}

// An answer as a terminal shows it, kept so that its hits can be opened by their numbers.
Result<void> show_page(const Options& options, const std::vector<std::string>& arguments,
                       const SearchRequest& request, const SearchResponse& response,
                       const Window& window, const cli::Environment& environment) {
  show::PageOptions page{.columns = window.columns,
                         .color = use_color(options, environment),
                         .links = window.links,
                         .first_rank = request.offset + 1,
                         .next_page = {},
                         .open_first = {}};
  const size_t shown = request.offset + response.hits.size();
  if (request.limit > 0 && response.hits.size() == request.limit && shown < response.total)
    page.next_page = next_page_command(arguments, shown);
  if (!options.no_history) {
    LastAnswer kept{.db = options.db, .first_rank = page.first_rank, .ids = {}};
    for (const Hit& hit : response.hits) kept.ids.push_back(hit.article.id);
    if (keep_answer(kept, environment) && !kept.ids.empty())
      page.open_first = "searcher --show '#" + std::to_string(page.first_rank) + "'";
  }
  std::ostringstream text;
  show::render_page(response, page, text);
  return put_out(text.str(), options, window, environment);
}

Result<int> list_matches(const Index& index, const Options& options, const SearchRequest& request,
                         const cli::Environment& environment) {
  const auto found = all_matches(index, request);
  if (!found) return found.error();
  warn_of_unread(found->response, environment.err);
  return archive::guarded("read articles", index.folder(), [&]() -> Result<int> {
    for (const Xapian::docid docid : found->docids) {
      const auto article = index.article(docid);
      if (!article) return article.error();
      // A terminal obeys control characters in names; programs behind a pipe need them.
      const bool shown = !options.list_nul && environment.out_is_terminal;
      environment.out << (shown ? text::printable(article->path) : article->path)
                      << (options.list_nul ? '\0' : '\n');
    }
    return found->docids.empty() ? kExitNoHit : kExitDone;
  });
}

Result<int> list_names(const Index& index, const Options& options, const SearchRequest& request,
                       std::ostream& out) {
  return archive::guarded("list values", index.folder(), [&]() -> Result<int> {
    const auto field = archive::find_field(options.list);
    const auto values = filter::list_values(index, *field, request.query);
    for (const FacetCount& value : values)
      out << value.count << '\t' << text::printable(value.value) << '\n';
    return values.empty() ? kExitNoHit : kExitDone;
  });
}

Result<int> run_batch(Index& index, const Options& options, SearchRequest request,
                      const cli::Environment& environment) {
  const show::Format& format = *show::find_format(options.format);
  if (!format.batch) {
    return Error{ErrorCode::usage,
                 "--batch writes --format " + show::format_names(true, " or ") + ", not '" +
                     options.format + "'",
                 "add --format trec"};
  }
  std::istringstream file;
  if (options.batch != "-") {
    auto bytes = archive::read_file(options.batch);
    if (!bytes) return bytes.error();
    file.str(std::move(*bytes));
  }
  std::istream& lines = options.batch == "-" ? environment.in : file;
  request.want_total = false;
  request.fold_reposts = false;  // runs are judged article by article
  request.want_snippets = format.snippets;
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  std::string line;
  bool any = false;
  for (size_t number = 1; std::getline(lines, line); ++number) {
    if (number == 1 && line.starts_with(kByteOrderMark)) line.erase(0, kByteOrderMark.size());
    if (line.ends_with('\r')) line.pop_back();
    if (line.empty()) continue;
    const size_t tab = line.find('\t');
    if (tab == std::string::npos || tab == 0) {
      return Error{ErrorCode::input,
                   options.batch + ":" + std::to_string(number) + ": not id<TAB>query",
                   "put a tab between the query's id and its words"};
    }
    request.query = line.substr(tab + 1);
    const auto response = search(index, request);
    if (!response) {
      Error error = response.error();
      // One query without words is no reason to leave the others out.
      if (error.code == ErrorCode::usage || error.code == ErrorCode::query) {
        environment.err << "searcher: " << text::printable(options.batch) << ':' << number
                        << ": query '" << text::printable(line.substr(0, tab))
                        << "' is left out: " << error.message << '\n';
        continue;
      }
      error.message = options.batch + ":" + std::to_string(number) + ": " + error.message;
      return error;
    }
    any = any || !response->hits.empty();
    warn_of_unread(*response, environment.err);
    const show::RenderOptions render{
        .color = false, .first_rank = request.offset + 1, .query_id = line.substr(0, tab)};
    format.render(*response, render, environment.out);
  }
  if (lines.bad()) return archive::file_error("read", "standard input");
  return any ? kExitDone : kExitNoHit;
}

}  // namespace

Result<int> answer(const Options& options, const std::vector<std::string>& arguments,
                   const cli::Environment& environment) {
  auto request = read_request(options, environment.in);
  if (!request) return request.error();
  auto index = Index::open(options.db);
  if (!index) return index.error();
  if (!options.show.empty()) return show_articles(*index, options, environment);
  if (!options.list.empty()) return list_names(*index, options, *request, environment.out);
  if (!options.batch.empty()) return run_batch(*index, options, std::move(*request), environment);
  if (options.list_paths || options.list_nul)
    return list_matches(*index, options, *request, environment);
  if (options.count) {
    request->limit = 0;
    request->sort = Sort::newest;
  }
  if (!options.diff.empty()) return show_diff(*index, options, environment);
  show::HitMaker rest;
  auto response = response_to(*index, options, *request, rest, environment);
  if (!response) return response.error();
  const Window window = window_of(environment);
  if (options.count) {
    warn_of_unread(*response, environment.err);
    environment.out << response->total << '\n';
  } else if (options.format == "text" && window.terminal()) {
    while (!rest.done()) {
      auto more = rest.next(kHitsAtOnce);
      if (!more) return more.error();
      std::move(more->begin(), more->end(), std::back_inserter(response->hits));
    }
    const auto shown = show_page(options, arguments, *request, *response, window, environment);
    if (!shown) return shown.error();
  } else {
    const show::Format& format = *show::find_format(options.format);
    show::RenderOptions render{.color = use_color(options, environment),
                               .first_rank = request->offset + 1,
                               .query_id = {}};
    render.last_hits = rest.done();
    format.render(*response, render, environment.out);
    while (!rest.done() && environment.out) {
      render.first_rank += response->hits.size();
      render.first_hits = false;
      auto more = rest.next(kHitsAtOnce);
      if (!more) return more.error();
      response->hits = std::move(*more);
      render.last_hits = rest.done();
      format.render(*response, render, environment.out);
    }
  }
  return response->total > 0 ? kExitDone : kExitNoHit;
}

}  // namespace khobao::searcher
