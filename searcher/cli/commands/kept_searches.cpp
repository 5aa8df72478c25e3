#include "searcher/cli/commands/kept_searches.h"

#include <algorithm>
#include <ctime>
#include <nlohmann/json.hpp>
#include <ostream>

#include "common/archive/parts/archive_list.h"
#include "common/base/utc_time.h"
#include "common/cli/nearest.h"
#include "common/cli/parse.h"
#include "common/language/figures.h"
#include "common/language/say.h"
#include "common/text/letters/printable.h"
#include "searcher/cli/answers.h"
#include "searcher/cli/commands/dossiers.h"
#include "searcher/cli/opened_index.h"
#include "searcher/cli/terminal/next_page.h"
#include "searcher/cli/typed/read_request.h"
#include "searcher/cli/typed/today.h"
#include "searcher/cli/warnings.h"
#include "searcher/kept/kept_search.h"
#include "searcher/kept/new_articles.h"
#include "searcher/kept/retyped.h"
#include "searcher/planned_query.h"
#include "searcher/search.h"

namespace khobao::searcher {
namespace {

using kept::KeptFiles;
using kept::KeptSearch;
using kept::Kind;

// What holds where nothing is typed: the defaults and the user's settings.
Result<Options> untyped(const cli::Environment& environment) {
  Options options;
  options.db = {cli::default_database(environment)};
  if (auto parsed = cli::parse(command_line(options), {}, &environment); !parsed)
    return parsed.error();
  return options;
}

// What was typed, without what says where and under which name.
std::vector<std::string> arguments_of(Options typed, Options none) {
  typed.db = none.db;
  typed.save = typed.run = "";
  typed.since_last = false;
  return kept::retyped(command_line(typed), command_line(none));
}

std::string shown_command(const std::vector<std::string>& arguments) {
  std::string command = "searcher";
  for (const std::string& argument : arguments) command += ' ' + shell_quoted(argument);
  return text::printable(command);
}

Result<KeptSearch> kept_search(const KeptFiles& files, const std::string& name) {
  const auto bytes = files.read(name);
  if (!bytes) return bytes.error();
  if (!*bytes) return files.unknown(name);
  return kept::read_kept_search(**bytes, files.path(name));
}

// "2026-11-29 15:00", "29/11/2026 15:00" of "2026-11-29T08:00:11Z": as clocks in Vietnam show.
Message minute(const std::string& at) { return date_shown(vietnamese_minute(at)); }

// What --forget says of a name that is neither a search's nor a dossier's.
Error nothing_kept(const std::string& name, const cli::Environment& environment) {
  std::vector<std::string> known;
  for (const Kind kind : {Kind::search, Kind::dossier}) {
    const auto files = KeptFiles::open(kind, environment);
    if (!files) return files.error();
    const auto names = files->names();
    if (!names) return names.error();
    known.insert(known.end(), names->begin(), names->end());
  }
  std::string list;
  for (const std::string& one : known) list += (list.empty() ? "" : ", ") + one;
  const std::string near = cli::nearest(name, known);
  return {ErrorCode::usage, say("neither a search nor a dossier is kept as '{}'", name),
          !near.empty()   ? say("did you mean '{}'?", near)
          : !list.empty() ? say("there are: {}", list)
                          : say("nothing is kept")};
}

Result<void> mark_run(const KeptFiles& files, const std::string& name, const Index& index) {
  const auto first_seen = index.first_seen();
  if (!first_seen) return first_seen.error();
  return files.change(name, [&](const std::optional<std::string>& old) -> Result<std::string> {
    if (!old) return files.unknown(name);
    auto search = kept::read_kept_search(*old, files.path(name));
    if (!search) return search.error();
    search->last_run =
        kept::LastRun{utc_text(std::time(nullptr)), index.generation(), first_seen->stamp()};
    return to_json(*search);
  });
}

// Leaves the articles that are new since the last run to the request; returns how many match.
Result<uint64_t> narrow_to_new(Index& index, const KeptSearch& run, SearchRequest& request) {
  request.full_only = true;
  if (run.last_run) {
    auto fresh = kept::new_articles(index, run.last_run->stamp);
    if (!fresh) return fresh.error();
    request.only = std::move(*fresh);
    request.notes.push_back(say("new since the run of {}", minute(run.last_run->at)));
  } else {
    request.notes.push_back(say("the first run: everything is new"));
  }
  SearchRequest counted = request;
  counted.facets.clear();
  counted.table.reset();
  if (!counted.only) counted.facets = {archive::FieldId::date};  // a request for everything
  counted.limit = counted.offset = 0;
  counted.sort = Sort::newest;
  const auto response = searcher::search(index, counted);
  if (!response) return response.error();
  return response->total;
}

}  // namespace

Result<int> save_search(const Index& index, const Options& options, const SearchRequest& request,
                        const cli::Environment& environment) {
  const auto name = KeptFiles::checked_name(options.save);
  if (!name) return name.error();
  if (options.query_file == "-") {
    return Error{ErrorCode::usage, say("a query from standard input cannot be kept"),
                 say("name a file, or type the query")};
  }
  if (auto planned = plan_query(index, request); !planned) return planned.error();
  Options kept_options = options;
  if (!options.query_file.empty()) kept_options.query_file = kept::whole_path(options.query_file);
  const auto files = KeptFiles::open(Kind::search, environment);
  if (!files) return files.error();
  const auto dossiers = KeptFiles::open(Kind::dossier, environment);
  if (!dossiers) return dossiers.error();
  const auto dossier = dossiers->read(*name);
  if (!dossier) return dossier.error();
  if (*dossier) {
    return Error{ErrorCode::usage, say("'{}' is a dossier already", *name),
                 say("take another name, or --forget {}", shell_quoted(*name))};
  }
  const auto none = untyped(environment);
  if (!none) return none.error();
  const KeptSearch search{.db = kept::whole_paths(options.db),
                          .arguments = arguments_of(kept_options, *none),
                          .saved = utc_text(std::time(nullptr)),
                          .last_run = std::nullopt};
  auto saved =
      files->change(*name, [&](const std::optional<std::string>& old) -> Result<std::string> {
        if (!old) return to_json(search);
        return Error{ErrorCode::usage, say("a search is kept as '{}' already", *name),
                     say("take another name, or --forget {} first", shell_quoted(*name))};
      });
  if (!saved) return saved.error();
  const Message told = say("kept as '{}': searcher --run {}", text::printable(*name),
                           text::printable(shell_quoted(*name)));
  environment.out << told.in(environment.page_language()) << '\n';
  return kExitDone;
}

Result<int> list_saved(const Options& options, const cli::Environment& environment) {
  if (options.format != "text" && options.format != "json") {
    return Error{ErrorCode::usage,
                 say("{} writes --format {}, not '{}'", "--saved", say("{} or {}", "text", "json"),
                     options.format),
                 ""};
  }
  const auto files = KeptFiles::open(Kind::search, environment);
  if (!files) return files.error();
  const auto names = files->names();
  if (!names) return names.error();
  nlohmann::ordered_json all = nlohmann::ordered_json::array();
  for (const std::string& name : *names) {
    const auto search = kept_search(*files, name);
    if (!search) {  // one that is damaged hides no other
      warn_of(search.error().message, environment);
      continue;
    }
    if (options.format == "json") {
      auto one = nlohmann::ordered_json::parse(to_json(*search));
      one["name"] = name;
      all.push_back(std::move(one));
      continue;
    }
    environment.out << text::printable(name) << '\n'
                    << "  " << shown_command(search->arguments) << '\n'
                    << "  "
                    << say("{}, saved {}, {}", text::printable(archive::joined_name(search->db)), minute(search->saved),
                           search->last_run ? say("last run {}", minute(search->last_run->at))
                                            : say("not run yet"))
                           .in(environment.page_language())
                    << '\n';
  }
  if (options.format == "json") {
    environment.out << text::printable_json(all.dump(
                           -1, ' ', false, nlohmann::ordered_json::error_handler_t::replace))
                    << '\n';
  }
  return names->empty() ? kExitNoHit : kExitDone;
}

Result<int> forget(const Options& options, const cli::Environment& environment) {
  const auto name = KeptFiles::checked_name(options.forget);
  if (!name) return name.error();
  for (const Kind kind : {Kind::search, Kind::dossier}) {
    const auto files = KeptFiles::open(kind, environment);
    if (!files) return files.error();
    const auto removed = files->remove(*name);
    if (!removed) return removed.error();
    if (!*removed) continue;
    const Message told = kind == Kind::search
                             ? say("forgot the search '{}'", text::printable(*name))
                             : say("forgot the dossier '{}'", text::printable(*name));
    environment.out << told.in(environment.page_language()) << '\n';
    return kExitDone;
  }
  return nothing_kept(*name, environment);
}

Result<int> run_saved(const Options& typed, const cli::Environment& environment) {
  const auto name = KeptFiles::checked_name(typed.run);
  if (!name) return name.error();
  const auto files = KeptFiles::open(Kind::search, environment);
  if (!files) return files.error();
  const auto search = kept_search(*files, *name);
  if (!search) return search.error();

  const auto none = untyped(environment);
  if (!none) return none.error();
  // Options before words: those of the search, then those of this run, which win.
  const std::vector<std::string> beside = arguments_of(typed, *none);
  const auto words = [](const std::vector<std::string>& arguments) {
    return std::find(arguments.begin(), arguments.end(), "--");
  };
  if (words(beside) != beside.end()) {
    return Error{ErrorCode::usage, say("--run takes no query beside the one that was kept"),
                 say("leave it out, or search without --run")};
  }
  std::vector<std::string> arguments;
  for (const std::string& db : typed.db != none->db ? typed.db : search->db)
    arguments.push_back("--db=" + db);
  arguments.insert(arguments.end(), search->arguments.begin(), words(search->arguments));
  arguments.insert(arguments.end(), beside.begin(), beside.end());
  arguments.insert(arguments.end(), words(search->arguments), search->arguments.end());
  Options options;
  const auto parsed = cli::parse(command_line(options), arguments, &environment);
  if (!parsed) return parsed.error();

  auto request = read_request(options, environment.in, today());
  if (!request) return request.error();
  auto index = opened_index(options, environment);
  if (!index) return index.error();
  if (auto answerable = check_answerable(*index, typed); !answerable) return answerable.error();
  if (auto within = restrict_to_dossier(*index, options, *request, environment); !within)
    return within.error();
  bool whole = true;
  if (typed.since_last) {
    const auto narrowed = narrow_to_new(*index, *search, *request);
    if (!narrowed) return narrowed.error();
    // All that is new is shown, unless this run was told how much.
    if (typed.limit == none->limit) {
      options.limit = request->limit = static_cast<size_t>(index->manifest().articles);
    } else if (whole = *narrowed <= request->limit; !whole) {
      request->notes.push_back(say("not all is shown: this run does not count as the last one"));
    }
    // So that cron sends no letters about nothing.
    const bool quiet = *narrowed == 0 && options.format == "text" && !options.count &&
                       !environment.out_is_terminal;
    if (quiet) {
      if (auto marked = mark_run(*files, *name, *index); !marked) return marked.error();
      return kExitNoHit;
    }
  }
  auto answered = answer_request(*index, options, arguments, *request, environment);
  if (!answered || !whole) return answered;
  environment.out.flush();
  if (!environment.out) return answered;  // told when the program ends
  if (auto marked = mark_run(*files, *name, *index); !marked) return marked.error();
  return answered;
}

}  // namespace khobao::searcher
