#pragma once
/// The searcher's command line.
#include <array>
#include <string>
#include <vector>

#include "common/archive/fields.h"
#include "common/cli/option.h"
#include "searcher/request.h"

namespace khobao::searcher {

/// What --list is where nothing is named: the articles of the dossier of --keep.
inline constexpr const char* kListKept = "kept";
/// What it is beside the fields: the names of all dossiers.
inline constexpr const char* kListDossiers = "dossier";

/// Everything that can be typed. The values here are the defaults.
struct Options {
  std::vector<std::string> db;  ///< folders of archives, lists of them, addresses of shards
  size_t shard_timeout_s = 10;
  bool all_shards = false;
  std::vector<std::string> words;
  std::string query_file, batch, similar;
  std::string reposts, trace;
  std::string diff;               ///< the first of two ids; the other stands among `words`
  std::vector<std::string> show;  ///< as ArticleNames has them
  std::string open;               ///< with `show`: where to; "" for standard output
  bool cite = false;              ///< with `show`
  std::string date, from, to;
  bool undated = false, live_only = false;
  std::string kind = "article";
  std::string sort = "relevance";
  std::string match = "words";
  std::string format = "text";
  std::string color = "auto";
  std::string lang;  ///< read by the main (common/cli/settings/language.h); "" for that of the locale
  /// Of each field that has an option (fields.h): what articles are filtered by.
  std::array<std::vector<std::string>, archive::kFields.size()> filters;
  std::vector<std::string> facets;
  bool timeline = false, per_mille = false;
  std::vector<std::string> compare;  ///< queries, with `timeline`
  std::vector<std::string> table;    ///< two facets
  std::string list;
  std::string save, run, forget;  ///< names of kept searches
  bool saved = false, since_last = false;
  std::string story, history;  ///< ids
  std::string keep, note, in;  ///< dossiers; articles to keep stand among `words`
  size_t facet_limit = 10;
  bool with_predecessors = false;
  size_t limit = 10, offset = 0, snippet_chars = 240;
  bool limit_given = false;  ///< -l and --list show all where it was not
  bool list_paths = false, list_nul = false, count = false, explain = false, literal = false,
       near = false;
  bool all_copies = false;
  bool whole_text = false, bom = false, no_partial = false, no_pager = false, no_history = false;
};

/// The table; `options` receives the values and must outlive it.
cli::CommandLine command_line(Options& options);

}  // namespace khobao::searcher
