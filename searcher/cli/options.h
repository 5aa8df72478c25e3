#pragma once
/// The searcher's command line.
#include <CLI/CLI.hpp>
#include <array>
#include <string>
#include <vector>

#include "common/archive/fields.h"
#include "common/base/result.h"
#include "searcher/request.h"

namespace khobao::searcher {

struct Options {
  std::string db;
  std::vector<std::string> words;
  std::string query_file, batch, show, similar;
  std::string from, to;
  bool undated = false;
  std::string kind = "article";
  std::string sort = "relevance";
  std::string match = "words";
  std::string format = "text";
  std::string color = "auto";
  /// Of each field that has an option (fields.h): what articles are filtered by.
  std::array<std::vector<std::string>, archive::kFields.size()> filters;
  std::vector<std::string> facets;
  std::string list;
  size_t facet_limit = 10;
  bool with_predecessors = false;
  size_t limit = 10, offset = 0, snippet_chars = 240;
  bool list_paths = false, list_nul = false, count = false, explain = false, literal = false;
};

void add_options(CLI::App& app, Options& options);

/// The query language in brief, for --help.
std::string query_help();

/// What was typed as a request. Usage errors name the option and the values it takes; the query
/// comes from the words, or from --query-file (- for standard input).
Result<SearchRequest> read_request(const Options& options);

/// Whether output to standard output is coloured: --color, NO_COLOR, TERM=dumb, and whether it is a
/// terminal.
bool use_color(const Options& options);

}  // namespace khobao::searcher
