#include "searcher/cli/options.h"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <iterator>

#include "common/archive/disk/files.h"
#include "common/text/letters/utf8.h"
#include "searcher/filter/date_bounds.h"
#include "searcher/show/render/formats.h"

namespace khobao::searcher {
namespace {

// CLI11's own message would name the set but not what to do.
Error not_a_choice(const char* option, const std::string& value, const std::string& choices) {
  return {ErrorCode::usage, std::string(option) + " '" + value + "' is not one of " + choices,
          "see 'searcher --help'"};
}

// A value out of a fixed set.
Result<void> check_choice(const char* option, const std::string& value,
                          std::initializer_list<const char*> choices) {
  std::string list;
  for (const char* choice : choices) {
    if (value == choice) return {};
    list += (list.empty() ? "" : ", ") + std::string(choice);
  }
  return not_a_choice(option, value, list);
}

bool is_facetable(const archive::FieldRow& field) { return field.facetable; }
bool is_listable(const archive::FieldRow& field) { return field.listable; }

// A field out of those that `fits` holds for, by its own name.
Result<archive::FieldId> chosen_field(const char* option, const std::string& value,
                                      bool (*fits)(const archive::FieldRow&)) {
  for (const archive::FieldRow& field : archive::kFields) {
    if (fits(field) && field.name == value) return field.id;
  }
  return not_a_choice(option, value, archive::field_names(fits));
}

}  // namespace

std::string query_help() {
  std::string help =
      "Queries: words, \"exact phrases\", -excluded, AND, OR, NOT, brackets, NEAR/n, SAME (one "
      "paragraph), begin*\nFields:\n";
  for (const archive::FieldRow& field : archive::kFields) {
    std::string names = "  " + std::string(field.name) + ":";
    archive::for_each_name(field.vietnamese, [&](std::string_view name) {
      names.append(" ").append(name).append(":");
    });
    constexpr size_t kColumns = 34;
    names.append(kColumns - std::min(kColumns - 2, text::display_columns(names)), ' ');
    help.append(names).append(field.help).append("\n");
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
  const auto repeatable = [&](std::string_view name, std::vector<std::string>& values,
                              std::string_view help) {
    app.add_option(std::string(name), values, std::string(help))->allow_extra_args(false);
  };
  for (const archive::FieldRow& field : archive::kFields) {
    if (!field.option.empty())
      repeatable(field.option, o.filters[static_cast<size_t>(field.id)], field.option_help);
  }
  app.add_flag("--with-predecessors", o.with_predecessors,
               "--org also takes the bodies merged into it");
  app.add_option("--facets", o.facets, "count matches by " + archive::field_names(is_facetable))
      ->delimiter(',')
      ->allow_extra_args(false);
  app.add_option("--facet-limit", o.facet_limit, "values of each facet")->capture_default_str();
  app.add_option("--list", o.list,
                 "list the values of a field that begin with the words given: " +
                     archive::field_names(is_listable));
  app.add_option("--format", o.format, show::format_help())->capture_default_str();
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
                 "answer a file of queries, id<TAB>query a line, as --format " +
                     show::format_names(true, " or "));
  app.add_option("--similar", o.similar, "articles most like the one with this id");
  app.add_option("--show", o.show, "print the article with this id");
}

Result<SearchRequest> read_request(const Options& o) {
  if (auto ok = check_choice("--sort", o.sort, {"relevance", "newest", "oldest"}); !ok)
    return ok.error();
  if (auto ok = check_choice("--match", o.match, {"words", "all", "any"}); !ok) return ok.error();
  if (!show::find_format(o.format))
    return not_a_choice("--format", o.format, show::format_names(false, ", "));
  if (auto ok = check_choice("--color", o.color, {"auto", "always", "never"}); !ok)
    return ok.error();
  if (auto ok = check_choice("--kind", o.kind, {"article", "listing", "all"}); !ok)
    return ok.error();
  if (o.undated && !(o.from.empty() && o.to.empty())) {
    return Error{ErrorCode::usage, "--undated was given with --from or --to",
                 "articles without a date lie in no range: leave out one of them"};
  }
  SearchRequest request;
  for (const std::string& facet : o.facets) {
    const auto field = chosen_field("--facets", facet, is_facetable);
    if (!field) return field.error();
    request.facets.push_back(*field);
  }
  if (!o.list.empty()) {
    if (const auto field = chosen_field("--list", o.list, is_listable); !field)
      return field.error();
  }
  for (const archive::FieldRow& field : archive::kFields) {
    for (const std::string& value : o.filters[static_cast<size_t>(field.id)]) {
      const bool exclude = value.starts_with('!');
      request.filters.push_back({field.id, exclude ? value.substr(1) : value, exclude});
    }
  }
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
