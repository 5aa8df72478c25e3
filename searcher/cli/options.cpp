#include "searcher/cli/options.h"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <iterator>

#include "common/archive/disk/files.h"
#include "common/text/letters/utf8.h"
#include "searcher/filter/date_bounds.h"
#include "searcher/query/fields.h"

namespace khobao::searcher {
namespace {

// A value out of a fixed set; CLI11's own message would name the set but not what to do.
Result<void> check_choice(const char* option, const std::string& value,
                          std::initializer_list<const char*> choices) {
  std::string list;
  for (const char* choice : choices) {
    if (value == choice) return {};
    list += (list.empty() ? "" : ", ") + std::string(choice);
  }
  return Error{ErrorCode::usage, std::string(option) + " '" + value + "' is not one of " + list,
               "see 'searcher --help'"};
}

}  // namespace

std::string query_help() {
  std::string help =
      "Queries: words, \"exact phrases\", -excluded, AND, OR, NOT, brackets, NEAR/n, SAME (one "
      "paragraph), begin*\nFields:\n";
  for (const query::FieldNames& field : query::kFields) {
    std::string names = std::string("  ") + field.name + ":";
    std::string_view others = field.others;
    while (!others.empty()) {
      const std::string_view name = others.substr(0, others.find(' '));
      names.append(" ").append(name).append(":");
      others.remove_prefix(std::min(name.size() + 1, others.size()));
    }
    constexpr size_t kColumns = 34;
    names.append(kColumns - std::min(kColumns - 2, text::display_columns(names)), ' ');
    help += names + field.meaning + "\n";
  }
  return help;
}

void add_options(CLI::App& app, Options& o) {
  // More than any archive holds, and within what Xapian counts with.
  const CLI::Range count_range(size_t{0}, size_t{1'000'000'000});
  app.add_option("QUERY", o.words,
                 "words, \"exact phrases\", -excluded, operators and fields: see below");
  app.add_option("--db", o.db, "the index folder")->capture_default_str();
  app.add_option("--query-file", o.query_file, "read the query from a file; - for standard input");
  app.add_option("-n,--limit", o.limit, "hits to show")->check(count_range)->capture_default_str();
  app.add_option("--offset", o.offset, "hits to pass over first")
      ->check(count_range)
      ->capture_default_str();
  app.add_option("--sort", o.sort, "relevance, newest or oldest")->capture_default_str();
  app.add_option("--match", o.match,
                 "what a match holds: every word (words; syllables that are one word stand side by "
                 "side), every syllable (all), or at least one word (any)")
      ->capture_default_str();
  app.add_option("--from", o.from, "published on or after YYYY, YYYY-MM or YYYY-MM-DD");
  app.add_option("--to", o.to, "published on or before it, the whole year or month included");
  app.add_flag("--undated", o.undated, "only articles of which no date is known");
  app.add_option("--kind", o.kind, "article, listing (section fronts, tag pages) or all")
      ->capture_default_str();
  const auto repeatable = [&](const char* name, std::vector<std::string>& values,
                              const char* help) {
    app.add_option(name, values, help)->allow_extra_args(false);
  };
  repeatable("--org", o.organisations,
             "name this organisation, in any spelling, abbreviation or beginning; !NAME excludes");
  repeatable("--source,--outlet", o.sources, "run or credited by this source; !NAME excludes");
  repeatable("--doc", o.documents,
             "cite this document, such as 'Chỉ thị 35-CT/TW'; !NAME excludes");
  app.add_flag("--with-predecessors", o.with_predecessors,
               "--org also takes the bodies merged into it");
  app.add_option("--facets", o.facets, "count matches by org, date, source, doc")
      ->delimiter(',')
      ->allow_extra_args(false);
  app.add_option("--facet-limit", o.facet_limit, "values of each facet")->capture_default_str();
  app.add_option("--list", o.list,
                 "list the values of org, source or doc that begin with the words given");
  app.add_option("--format", o.format, "text, json, jsonl, csv or trec")->capture_default_str();
  app.add_option("--color", o.color, "auto, always or never")->capture_default_str();
  app.add_option("--snippet-chars", o.snippet_chars, "length of snippets")
      ->check(count_range)
      ->capture_default_str();
  app.add_flag("-l", o.list_paths, "print the paths of all matches, one a line");
  app.add_flag("-0", o.list_nul, "like -l, each path ended by a NUL, for xargs -0");
  app.add_flag("--count", o.count, "print the number of matches only");
  app.add_flag("--literal", o.literal,
               "take words as typed: restore no accents, read no Telex or VNI");
  app.add_flag("--explain", o.explain,
               "show how the query was understood and what each hit's score is made of");
  app.add_option("--batch", o.batch,
                 "answer a file of queries, id<TAB>query a line, as --format trec or jsonl");
  app.add_option("--similar", o.similar, "articles most like the one with this id");
  app.add_option("--show", o.show, "print the article with this id");
}

Result<SearchRequest> read_request(const Options& o) {
  if (auto ok = check_choice("--sort", o.sort, {"relevance", "newest", "oldest"}); !ok)
    return ok.error();
  if (auto ok = check_choice("--match", o.match, {"words", "all", "any"}); !ok) return ok.error();
  if (auto ok = check_choice("--format", o.format, {"text", "json", "jsonl", "csv", "trec"}); !ok)
    return ok.error();
  if (auto ok = check_choice("--color", o.color, {"auto", "always", "never"}); !ok)
    return ok.error();
  if (auto ok = check_choice("--kind", o.kind, {"article", "listing", "all"}); !ok)
    return ok.error();
  if (o.undated && !(o.from.empty() && o.to.empty())) {
    return Error{ErrorCode::usage, "--undated was given with --from or --to",
                 "articles without a date lie in no range: leave out one of them"};
  }
  for (const std::string& facet : o.facets) {
    if (auto ok = check_choice("--facets", facet, {"org", "date", "source", "doc"}); !ok)
      return ok.error();
  }
  if (!o.list.empty()) {
    if (auto ok = check_choice("--list", o.list, {"org", "source", "doc"}); !ok) return ok.error();
  }
  SearchRequest request;
  const auto add_filters = [&](FilterField field, const std::vector<std::string>& values) {
    for (const std::string& value : values) {
      const bool exclude = value.starts_with('!');
      request.filters.push_back({field, exclude ? value.substr(1) : value, exclude});
    }
  };
  add_filters(FilterField::organisation, o.organisations);
  add_filters(FilterField::source, o.sources);
  add_filters(FilterField::document, o.documents);
  request.with_predecessors = o.with_predecessors;
  request.facet_limit = o.facet_limit;
  for (const std::string& word : o.words)
    request.query += (request.query.empty() ? "" : " ") + word;
  if (!o.query_file.empty()) {
    if (!request.query.empty()) {
      return Error{ErrorCode::usage, "a query was given both as words and with --query-file",
                   "leave out one of them"};
    }
    if (o.query_file == "-") {
      request.query.assign(std::istreambuf_iterator<char>(std::cin), {});
    } else {
      auto bytes = archive::read_file(o.query_file);
      if (!bytes) return bytes.error();
      request.query = std::move(*bytes);
    }
    while (!request.query.empty() && (request.query.back() == '\n' || request.query.back() == '\r'))
      request.query.pop_back();
  }
  auto dates = filter::date_range(o.from, o.to);
  if (!dates) return dates.error();
  request.dates = *dates;
  request.undated = o.undated;
  request.kinds = o.kind == "listing" ? Kinds::listings
                  : o.kind == "all"   ? Kinds::all
                                      : Kinds::articles;
  request.facets = o.facets;
  request.sort = o.sort == "newest"   ? Sort::newest
                 : o.sort == "oldest" ? Sort::oldest
                                      : Sort::relevance;
  request.match = o.match == "all"   ? query::MatchMode::all
                  : o.match == "any" ? query::MatchMode::any
                                     : query::MatchMode::words;
  request.offset = o.offset;
  request.limit = o.limit;
  request.snippet_chars = o.snippet_chars;
  request.explain = o.explain;
  request.literal = o.literal;
  return request;
}

bool use_color(const Options& options) {
  if (options.color != "auto") return options.color == "always";
  const char* term = std::getenv("TERM");
  const char* no_color = std::getenv("NO_COLOR");
  return isatty(STDOUT_FILENO) != 0 && !(no_color && *no_color) && term &&
         std::string(term) != "dumb";
}

}  // namespace khobao::searcher
